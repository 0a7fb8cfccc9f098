"""The templates of the matrix fit the schema, and name the frames that are sent."""

import pytest

import data
from components.compare import matrix
from components.compare.matrix_chart import matrix_pictures
from components.compare.question_list import in_order


@pytest.mark.parametrize("by", ["sources", "answers", "kinds"])
def test_the_charts_fit_the_schema_and_name_the_frames_that_are_sent(
    listed: data.Tables, view: data.View, by: str
) -> None:
    laid = matrix.matrix_layout(listed, in_order(view), view, view.sources, by)
    for picture in matrix_pictures(laid):  # Altair holds a template against the schema
        spec = picture.spec()
        named = {layer.get("data", spec.get("data"))["name"] for layer in spec["layer"]}
        assert named == set(picture.frames)
