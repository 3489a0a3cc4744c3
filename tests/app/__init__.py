"""The app without a browser: what it draws, and how it answers."""
