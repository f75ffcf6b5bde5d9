import pytest

from hiretool.errors import DataError
from hiretool.store import workspace
from hiretool.store.controller import Controller
from hiretool.store.workspace import FILE


def said(folder, text: str) -> Controller:
    (folder / FILE).write_text(text)
    return workspace.open(folder).settings.privacy


def test_who_answers_is_read_and_what_is_left_out_has_its_default(tmp_path):
    found = said(tmp_path, '[privacy]\ncontroller = " Tideline "\nretention_months = 3\n')
    assert found == Controller(controller="Tideline", retention_months=3)
    assert found.legal_basis == "legitimate interest"
    assert said(tmp_path, "") == Controller()


def test_a_new_workspace_shows_the_table_commented_out(tmp_path):
    made = workspace.create(tmp_path / "a")
    text = (tmp_path / "a" / FILE).read_text()
    assert made.settings.privacy == Controller()
    table = "".join(line.removeprefix("# ") for line in text.splitlines(keepends=True)[-7:])
    assert table.startswith("[privacy]")
    assert said(tmp_path, table).controller == "Example Ltd"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('privacy = "x"', ":1: privacy: expected a table; write [privacy]"),
        ("[privacy]\ncontoller = 'x'", ":2: privacy.contoller: unknown key. Did you mean 'controller'?"),
        ("[privacy]\n\ncontact = 3", ":3: privacy.contact: expected text in quotes"),
        ("[privacy]\ncontact = ' '", ":2: privacy.contact: is blank"),
        ("[privacy]\nretention_months = 0", ":2: privacy.retention_months: expected a whole number of 1 to 120"),
        ("[privacy]\nretention_months = true", ":2: privacy.retention_months: expected a whole number"),
        ("[privacy]\nretention_months = '6'", ":2: privacy.retention_months: expected a whole number"),
    ],
)
def test_a_mistake_in_the_table_is_named_with_its_line(tmp_path, text, problem):
    with pytest.raises(DataError) as caught:
        said(tmp_path, text)
    assert str(caught.value).removeprefix(f"{tmp_path}/").startswith(f"{FILE}{problem}")
