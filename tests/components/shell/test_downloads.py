"""A frame handed over as files."""

from unittest.mock import patch

import pandas as pd
import streamlit as st

import data
from components.shell import downloads


def test_the_files_hold_the_frame_and_are_named_by_it() -> None:
    frame = pd.DataFrame({"value": ["=1+1", "~3500"], "n": [1.5, float("nan")]})
    with patch.object(st, "download_button") as button:
        downloads.buttons(frame, "claims", "", "trade")
    csv, json = (call.args for call in button.call_args_list)
    assert (csv[2], json[2]) == ("claims-trade.csv", "claims-trade.json")
    assert csv[1]() == b"\xef\xbb\xbf" + data.write_csv(frame).encode()
    assert json[1]() == data.write_json(frame)
