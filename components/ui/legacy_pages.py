"""Leaves Streamlit's old reading of a folder named ``pages/``.

Until the first call of st.navigation in a server, Streamlit takes a folder of that name for its first kind of
multipage app: a deep link that is the very first request would run the page alone, without app.py. The flag is read
once a script run, so a run that finds it set clears it and asks to be run again; from then on app.py always runs.
"""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx


def leave_legacy_pages() -> None:
    """Clear the flag; inside a script run that was started under it, run again."""
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        if get_script_run_ctx(suppress_warning=True) is not None:
            st.rerun()
