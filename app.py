"""Page setup and navigation of the app, nothing else: `streamlit run app.py`."""

import streamlit as st

from geo.view.browser import load_page_styles

st.set_page_config(page_title="Dateline", page_icon="🗺️", layout="wide", initial_sidebar_state=370)
st.html(f"<style>{load_page_styles()}</style>")
st.navigation(
    [
        st.Page("pages/workbench.py", title="Map", default=True),
        st.Page("pages/gazetteer.py", title="Gazetteer"),
        st.Page("pages/settings.py", title="Settings"),
        st.Page("pages/about.py", title="About"),
    ],
    position="top",
).run()
