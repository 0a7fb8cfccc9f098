"""A template with its data: what varies is put in, and the template is left as it is."""

from copy import deepcopy

import pandas as pd

from components.charts.draw import Picture


def test_parameters_and_data_are_put_into_a_template_that_stays_as_it_is() -> None:
    template = {"mark": "point", "height": 20, "params": [{"name": "narrow", "expr": "width < 480"}]}
    before = deepcopy(template)
    frame = pd.DataFrame({"x": [1]})
    spec = Picture(template, {"rows": frame}, {"low": 3.0}, 50).spec()
    assert spec["params"] == [{"name": "low", "value": 3.0}, {"name": "narrow", "expr": "width < 480"}]
    assert spec["height"] == 50
    assert spec["datasets"] == {"rows": frame}
    assert template == before
    assert Picture(template, {}).spec()["height"] == 20
