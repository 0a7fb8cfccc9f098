"""The table to fill in: its columns, its lists, and what it explains."""

import io

from openpyxl import load_workbook

from data.schema import SCHEMA, STANCES
from data.templates import template_csv, template_xlsx


def test_the_columns_are_those_of_claims() -> None:
    names = [column.name for column in SCHEMA["claims"]]
    assert template_csv().splitlines()[0].split(",") == names
    sheet = load_workbook(io.BytesIO(template_xlsx()))["claims"]
    assert [cell.value for cell in sheet[1]] == names
    assert {cell.number_format for cell in sheet[2]} == {"@"}


def test_cells_of_few_values_have_lists_and_a_sheet_explains_the_forms() -> None:
    book = load_workbook(io.BytesIO(template_xlsx()))
    lists = {choice.formula1 for choice in book["claims"].data_validations.dataValidation}
    assert lists == {f'"{",".join(STANCES)}"', '"stated,derived"'}
    explained = [cell.value for row in book["forms of values"] for cell in row]
    assert {"date", "quantity", "name", *(column.meaning for column in SCHEMA["claims"])} <= set(explained)
