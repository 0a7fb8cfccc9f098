"""Each form of a value is read as the method says."""

from components.method.value_forms import forms_table


def test_forms_are_read_by_the_grammar() -> None:
    forms = forms_table("en").set_index("Written")["Read as"].to_dict()
    assert forms["`2023-07`"] == "July 2023"
    assert forms["`~3500`"] == "3,150 to 3,850"
    assert forms["`>2000000`"] == "at least 2 million"
    assert forms["`<25`"] == "at most 25"
    assert forms["`../2013`"] == "31 December 2013 or earlier"
