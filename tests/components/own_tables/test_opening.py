"""What is told of tables that a reader gives."""

from components.own_tables.opening import problems_table
from data import Problem


def test_problems_are_a_table_by_file_row_and_column() -> None:
    problems = (Problem("claims.csv", 4, "value", "is bad"), Problem("zip", None, "", "holds too much"))
    shown = problems_table(problems)
    assert list(shown) == ["File", "Row", "Column", "What is wrong"]
    assert shown["File"].tolist() == ["claims.csv", "zip"]
    assert shown["Row"].isna().tolist() == [False, True]
    assert shown["Row"][0] == 4
