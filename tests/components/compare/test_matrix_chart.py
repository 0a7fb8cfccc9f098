"""The charts of the matrix fit the schema."""

import pytest

import data
from components.compare import matrix
from components.compare.matrix_chart import matrix_charts
from components.compare.question_list import in_order


@pytest.mark.parametrize("columns", [(5, 5), (4, 1), (1, 1)])
def test_the_charts_fit_the_schema_and_name_no_frame_that_is_not_there(
    listed: data.Tables, view: data.View, columns: tuple[int, int]
) -> None:
    frames = set(matrix.matrix_layout(listed, in_order(view), view, view.sources, "sources").frames)
    named = set()
    for chart in matrix_charts(columns):
        spec = chart.to_dict()  # held against the schema
        named |= {layer.get("data", spec.get("data"))["name"] for layer in spec["layer"]}
    assert named == frames
