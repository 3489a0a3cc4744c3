"""The readers' app: published folders and nothing else. `streamlit run reader.py -- FOLDER`."""

import streamlit as st

from components import serving
from components.reader import page

if serving.in_script():
    page.show()
else:
    app = st.App(
        __file__,
        middleware=serving.for_readers(),
        on_script_error=serving.explain,
    )
