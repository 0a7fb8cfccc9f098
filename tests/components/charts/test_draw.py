"""A template with its data: what varies is put in, and the template is left as it is."""

from copy import deepcopy

import pandas as pd

from components.charts.draw import Picture


def test_what_goes_with_a_picture_stands_below_it_and_nothing_where_there_is_none() -> None:
    title = Picture({"mark": "point"}, {}, credit=("Goods, US dollars.", "Sources: a.")).spec()["title"]
    assert title["text"] == ["Goods, US dollars.", "Sources: a."]
    assert title["orient"] == "bottom"
    assert "title" not in Picture({"mark": "point"}, {}).spec()


def test_parameters_and_data_are_put_into_a_template_that_stays_as_it_is() -> None:
    template = {"mark": "point", "height": 20, "params": [{"name": "narrow", "expr": "width < 480"}]}
    before = deepcopy(template)
    frame = pd.DataFrame({"x": [1, 2]})
    spec = Picture.of(template, {"rows": frame[1:], "none": frame[:0]}, {"low": 3.0}, 50).spec()
    assert spec["params"] == [{"name": "low", "value": 3.0}, {"name": "narrow", "expr": "width < 480"}]
    assert spec["height"] == 50
    assert {name: rows.to_pydict() for name, rows in spec["datasets"].items()} == {"rows": {"x": [2]}}
    assert template == before
    assert Picture(template, {}).spec()["height"] == 20
