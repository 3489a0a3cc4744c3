"""The app for readers: published folders and nothing else, for desks without static hosting."""
