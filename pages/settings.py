"""Settings of this visit: whether a geocoder on the internet may be asked."""

import streamlit as st

from geo.geocoders import PUBLIC_SERVER


def keep(name: str) -> None:
    """Keeps a field's value beyond this page; Streamlit forgets fields that are not drawn."""
    st.session_state[name] = st.session_state[f"field-{name}"]


st.title("Settings")
st.subheader("Places that the gazetteer does not know")
st.toggle(
    "Ask a Nominatim server for them",
    value=bool(st.session_state.get("nominatim_on", False)),
    key="field-nominatim_on",
    on_change=keep,
    args=("nominatim_on",),
)
st.caption(
    "Off by default. When on, the names that could not be placed (and nothing else of an article) are sent to the "
    "server, one a second at most; its answers are kept on this machine and marked as coming from OpenStreetMap."
)
st.text_input(
    "Server",
    value=str(st.session_state.get("nominatim_server") or PUBLIC_SERVER),
    key="field-nominatim_server",
    on_change=keep,
    args=("nominatim_server",),
    disabled=not st.session_state.get("nominatim_on", False),
)
st.subheader("Online map")
st.markdown(
    "The map is drawn from files on this machine. OpenStreetMap’s own map can be laid over it from the layer button on "
    "the map. Only then is openstreetmap.org asked for pictures: it learns your internet address and which part of the "
    "world you look at, and nothing of the article."
)
st.subheader("Appearance")
st.markdown("Light or dark follows your system.")
