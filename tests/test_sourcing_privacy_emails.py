"""No e-mail address is stored or printed, however it was hidden from programs; and little else is taken for one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool.sourcing.texts import MASK, without_emails

HIDDEN = [
    "ada@example.org",
    "ADA@EXAMPLE.ORG",
    "a.b+c@lab.example.org",
    "li@163.com",
    "ada@xn--exmple-cua.org",
    "ada@例え.jp",
    "ada@b.museum",
    "ada@exam\u200bple.org",
    "{kim,lee.j}@cs.example.edu",
    "{kim, lee} at cs dot example dot edu",
    "(kim|lee)@example.org",
    "[kim;lee]@example.com",
    "kim,lee@cs.example.org",
    "ada＠example.org",
    "ada﹫example.org",
    "ada&#64;example.org",
    "ada%40example.org",
    "ada @ cs . example . edu",
    "ada@example [dot] org",
    "ada(at)example.org",
    "ada ((at)) example.ac.at",
    "ada [ at ] example [ dot ] org",
    "ada <at> example.org",
    "ada{at}example{dot}org",
    "ada(@)example.org",
    "ada(at)cs(dot)example(dot)edu",
    "ada at example dot edu",
    "ada AT example DOT org",
    "ada at unipi dot di dot it",
    "ada_at_example.org",
    "ada.lovelace at cs.example.edu",
]
NOT_ONE = [
    "mAP@0.5:0.95",
    "Recall@10.The rest",
    "Recall@k. The rest",
    "hits@1, R@5 and P@10",
    "NDCG@{10,20}.We find",
    "pass@1 of 3.5 (at) most",
    "Agents @ ICML 2025",
    "BioNLP@ACL 2026",
    "DS@GT at TREC",
    "Adversarial Training (AT) improves robustness. We",
    "Diffuse optical tomography (DOT) is studied at home",
    "a gate is placed at the output of the scaled dot product attention",
    "look at every dot in an image",
    "Conditional-Value-at-Risk",
    "state-of-the-art-at-scale models",
    "Code is available at github.com/tide/line",
    "Data is available at vision.example.edu.",
    "by anonymous ftp from get/tides/waves.tar.gz at ftp.example.edu",
    "https://medium.com/@ada/post",
    "by mail at home.Then",
]


@pytest.mark.parametrize("address", HIDDEN)
def test_an_address_is_masked_however_it_is_hidden(address: str) -> None:
    assert without_emails(f"Write to {address}, or not") == f"Write to {MASK}, or not"


@pytest.mark.parametrize("text", NOT_ONE)
def test_what_only_looks_like_an_address_stays(text: str) -> None:
    assert without_emails(text) == text


@pytest.mark.parametrize(("start", "address"), [("E-mail: ", "ada at cs.example.org"), ("mailto:", "ada@example.org")])
def test_the_word_mail_stays_and_the_address_goes(start: str, address: str) -> None:
    assert without_emails(start + address) == start + MASK


def test_two_addresses_in_one_text_are_both_masked() -> None:
    masked = without_emails("Authors: ada (ada_at_cs.example.org), grace (grace at navy dot mil).")
    assert masked == f"Authors: ada ({MASK}), grace ({MASK})."


word = st.text("abcdefghijklmnop", min_size=2, max_size=12)


@given(word, st.lists(word, min_size=1, max_size=3), st.sampled_from(["com", "org", "edu", "de"]), st.text(max_size=40))
def test_no_plain_address_survives_whatever_stands_before_it(
    local: str, host: list[str], end: str, before: str
) -> None:
    address = f"{local}@{'.'.join([*host, end])}"
    assert address not in without_emails(f"{before} {address}")


@given(st.text(st.sampled_from("ab.@,;(){}[]<>-_ ＠\u200b"), max_size=80))
def test_a_text_without_any_word_for_at_stays_or_is_masked_but_is_never_lost(text: str) -> None:
    masked = without_emails(text)
    assert masked == text or MASK in masked


@pytest.mark.parametrize(
    "piece",
    ["a.", "a,", "{", "{a", "a ", "a", "a-", "a at ", "a@", " ", "a_at_", "mail a at ", "(a) ", "a(at)", "a@a . "],
)
def test_time_grows_with_the_length_of_a_text_and_not_with_its_square(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count + " @ mail .edu at "
        begun = time.process_time()
        without_emails(text)
        return time.process_time() - begun

    # A square would take a hundred times as long; the first is at least a millisecond, to be told from none.
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.001)
