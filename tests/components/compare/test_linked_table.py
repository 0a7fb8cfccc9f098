"""Questions page by page, each a link; words of a table hold no Markdown of their own."""

from streamlit.testing.v1 import AppTest


def _table() -> None:
    import pandas as pd
    import streamlit as st

    from components.compare import linked_table

    n = st.session_state["n"]
    rows = pd.DataFrame(
        {
            "question": [f"e{place}/date" for place in range(n)],
            "asked": [f"Question *{place}*" for place in range(n)],
            "Values": ["a*b"] * n,
            "Verdict": ["agree"] * n,
        }
    )
    linked_table.draw_frame(rows, "key", "All questions", Verdict=str.upper)


def drawn(n: int, **state: object) -> AppTest:
    app = AppTest.from_function(_table)
    app.session_state["n"] = n
    for key, value in state.items():
        app.session_state[key] = value
    app.run()
    assert not app.exception, app.exception
    return app


def test_a_row_is_a_link_to_its_question_with_its_cells_as_text() -> None:
    table = drawn(2).table[0].value
    assert list(table.columns) == ["Question", "Values", "Verdict"]
    assert list(table.iloc[1]) == [r"[Question \*1\*](?question=e1%2Fdate)", r"a\*b", "AGREE"]


def test_ten_rows_stand_on_a_page_and_the_rest_on_others() -> None:
    assert len(drawn(10).table[0].value) == 10
    assert len(drawn(11).table[0].value) == 10
    last = drawn(11, key_page_2=2).table[0].value
    assert [cell.partition("]")[0] for cell in last["Question"]] == [r"[Question \*10\*"]
