"""The dashboard for readers on slow lines: `streamlit run server.py` sends Streamlit's own scripts compressed.

Streamlit leaves that to a proxy, and `streamlit run dashboard.py` sends them as they are: three times as many bytes.
"""

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

app = st.App("dashboard.py", middleware=[Middleware(GZipMiddleware, compresslevel=6)])
