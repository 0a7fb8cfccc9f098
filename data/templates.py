"""An empty table of claims to fill in: CSV, and Excel with lists to choose from and the forms of values explained."""

import io

from data.schema import SCHEMA
from data.values import DATE_FORMS, QUANTITY_FORMS

_EXAMPLE = {
    "event": "embassy-reopening",
    "source": "my-newspaper",
    "attribute": "date",
    "value": "2023-12-28",
    "stated": "28 December 2023",
    "locator": "p4",
}
_FORMS = (
    ("date", DATE_FORMS),
    ("quantity", QUANTITY_FORMS),
    ("name", "one label for each person, place, body or state, always the same"),
)
_MOST_ROWS = 1_000  # for which lists are offered


def template_csv() -> str:
    """Return the columns of claims as CSV, with one row as an example."""
    names = [column.name for column in SCHEMA["claims"]]
    return f"{','.join(names)}\n{','.join(_EXAMPLE.get(name, '') for name in names)}\n"


def template_xlsx() -> bytes:
    """Return the same as a workbook: cells of few values have lists, and a sheet explains columns and values."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "claims"
    columns = SCHEMA["claims"]
    sheet.append([column.name for column in columns])
    sheet.append([_EXAMPLE.get(column.name, "") for column in columns])
    sheet.freeze_panes = "A2"
    for place, column in enumerate(columns, start=1):
        letter = sheet.cell(1, place).column_letter
        sheet.cell(1, place).font = Font(bold=True)
        sheet.column_dimensions[letter].width = 18
        for row in range(2, _MOST_ROWS + 2):
            sheet.cell(row, place).number_format = "@"  # text: a spreadsheet would make a day of 2023-07
        if column.one_of:
            choice = DataValidation("list", formula1=f'"{",".join(column.one_of)}"', allow_blank=True)
            choice.add(f"{letter}2:{letter}{_MOST_ROWS + 1}")
            sheet.add_data_validation(choice)
    explained = book.create_sheet("forms of values")
    explained.append(["kind", "forms that are read"])
    for kind, forms in _FORMS:
        explained.append([kind, forms])
    explained.append([])
    explained.append(["column", "meaning", "must be filled"])
    for column in columns:
        explained.append([column.name, column.meaning, "yes" if column.required else ""])
    explained.column_dimensions["B"].width = 100
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
