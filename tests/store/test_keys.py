import unicodedata
from string import whitespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiretool.errors import HiretoolError
from hiretool.store.keys import LONGEST, key, prose
from hiretool.store.store import Store
from tests.store.cards import KIT, card, question

anything = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60).filter(str.strip)
# On a busy machine, drawing takes longer than Hypothesis likes.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
blanks = st.text(whitespace + "\u00a0\u2003\u3000")


@unhurried
@given(anything)
def test_the_key_of_a_key_is_itself(name):
    assert key(key(name, "candidate"), "candidate") == key(name, "candidate")


@unhurried
@given(anything, blanks, blanks)
def test_blanks_around_a_name_and_how_it_was_composed_do_not_matter(name, before, after):
    for form in ("NFC", "NFD"):
        assert key(before + unicodedata.normalize(form, name) + after, "candidate") == key(name, "candidate")


@pytest.mark.parametrize("text", ["", "  ", "\u00a0\u3000", "a\nb", "a\tb", "a\0b", "a\x85b", "\ud800", "x" * 201])
def test_what_is_blank_too_long_or_holds_a_control_character_is_refused(text):
    with pytest.raises(HiretoolError, match="candidate"):
        key(text, "candidate")


def test_the_longest_name_is_counted_after_blanks_are_taken_away():
    assert key(" " + "é" * LONGEST + " ", "candidate") == "é" * LONGEST


@unhurried
@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: "\0" not in text))
def test_prose_is_kept_as_it_is(text):
    assert prose(text, "note") == text


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(name=anything, note=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_name_and_note_is_stored_found_and_forgotten(store: Store, name, note):
    composed = unicodedata.normalize("NFC", name).strip()
    store.give_kit(name, questions=[question()], **{**KIT, "content": note})
    assert store.given_to(unicodedata.normalize("NFD", name)) == {"coding/fizz"}
    store.add_scorecards([card(f" {name}", raw=note)], source="csv", actor="recruiter")
    assert [row.candidate for row in store.ratings()] == [composed]
    assert store.forget_candidate(name, actor="recruiter").candidates == 1
    assert store.scorecards() == []
