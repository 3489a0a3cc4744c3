"""What the newsroom sees: the Streamlit parts of the app. They know `timelines`, never `app`."""
