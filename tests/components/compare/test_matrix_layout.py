"""Nothing in the matrix stands on anything else."""

import pandas as pd

import data
from components.compare import matrix
from components.compare.matrix_cells import cells
from components.compare.matrix_layout import ROOM
from components.compare.question_list import in_order
from tests.components.compare.examples import drawn


def test_the_picture_marks_every_cell_spoken_or_silent(listed: data.Tables, view: data.View) -> None:
    questions = in_order(view)
    rows = drawn(matrix.matrix_layout(listed, questions, view, view.sources, "sources"))
    places = [row for row in rows if "silence_wide" in row and "column_wide" in row]
    assert [sum("colour" in row for row in places), sum("colour" not in row for row in places)] == [9, 3]
    answers = [row for row in rows if "said_wide" in row]
    assert len(answers) == len(cells(view, questions))


def test_nothing_stands_on_anything_else(listed: data.Tables, view: data.View) -> None:
    questions = in_order(view)
    rows = pd.DataFrame(
        [
            row
            for row in drawn(matrix.matrix_layout(listed, questions, view, view.sources, "sources"))
            if "title_y_wide" in row
        ]
    )
    rows = rows.drop_duplicates("question")
    for mode in ROOM:
        assert (rows[f"top_{mode}"].iloc[1:].to_numpy() >= rows[f"bottom_{mode}"].iloc[:-1].to_numpy()).all()
        assert (rows[f"cell_{mode}"] < rows[f"end_{mode}"]).all()
