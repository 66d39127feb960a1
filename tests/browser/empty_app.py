"""As little as an app of Streamlit's can be, for app_times.py to measure Parallax against: one title, one table."""

import streamlit as st

st.title("Nothing")
st.table({"value": [0.25, 0.5]})
