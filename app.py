"""The app: places pages and parts, no logic. `streamlit run app.py -- data/one-investigation`."""

import streamlit as st

from components import desk, investigations, serving

if serving.in_script():
    desk.show()
else:
    app = st.App(
        __file__,
        lifespan=investigations.prepared,
        routes=serving.ROUTES,
        middleware=serving.MIDDLEWARE,
        on_script_error=serving.explain,
    )
