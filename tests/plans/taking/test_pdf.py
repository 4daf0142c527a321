"""A plan on paper: accessible, with whatever people type, in no time."""

import datetime
import time

import pytest
import typst

from plans.document import pdf
from plans.document.sheet import Entry, Section, Sheet, sheet_of

DAY = datetime.date(2026, 11, 27)


def sheet(*titles) -> Sheet:
    return Sheet("Sam", "27 November 2026", [Section("alone", "Other steps", [Entry(title) for title in titles])])


@pytest.fixture
def standards(monkeypatch):
    """The standards of each try."""
    tried, compiled = [], pdf.compiled
    monkeypatch.setattr(pdf, "compiled", lambda *args: tried.append(args[2]) or compiled(*args))
    return tried


@pytest.mark.parametrize(
    ("words", "tries"),
    [
        ("Visit the library.", 1),
        ("تعلم اللغة العربية", 1),
        ("#strong[x] $x$ *y* `z` @a <b> \\ \" // /*", 1),
        ("a\0b\x01\ud800c", 1),
        ("Apply \U0001f680\U0001f469\U0001f3fd\u200d\U0001f680 ⭐ ❤\ufe0f", 2),
        ("漢字 สวัสดี", 3),
        ("x" * 2_000, 1),
    ],
)  # fmt: skip
def test_no_words_break_it(words, tries, standards):
    made = pdf.pdf_of(sheet(words), paper="a4")

    assert made.startswith(b"%PDF-")
    assert b"StructTreeRoot" in made
    assert standards == [["ua-1"], ["ua-1"], []][:tries]


def test_pictures_are_told_in_words():
    assert pdf.told("Apply \U0001f469\U0001f3fd\u200d\U0001f680 é ✓") == "Apply (woman)(rocket) é (check mark)"


def test_a_long_word_may_break_and_an_address_stays_whole():
    entry = {"title": "x" * 60, "link": "https://example.org/" + "y" * 60}

    assert pdf.shown(entry) == {"title": f"{'x' * 28}\u200b{'x' * 28}\u200bxxxx", "link": entry["link"]}


def test_words_are_never_markup():
    with pytest.raises(typst.TypstError):
        typst.compile(b"#nonsense(", format="pdf")
    assert pdf.pdf_of(sheet("#nonsense("), paper="us-letter")


def test_an_error_that_is_no_missing_letter_is_told(monkeypatch):
    monkeypatch.setattr(pdf, "TEMPLATE", b"#nonsense(")

    with pytest.raises(typst.TypstError):
        pdf.pdf_of(sheet("x"), paper="a4")


@pytest.mark.django_db
def test_a_usual_plan_takes_less_than_half_a_second(document):
    whole = sheet_of(document | {"steps": document["steps"] * 10}, name="Sam", on=DAY)
    pdf.fonts()

    started = time.process_time()
    pdf.pdf_of(whole, paper="a4")
    assert time.process_time() - started < 0.5


@pytest.mark.django_db
def test_five_hundred_steps_are_all_there(document):
    steps = [document["steps"][2] | {"text": f"Step {number} \U0001f680 مرحبا"} for number in range(500)]

    made = sheet_of(document | {"steps": steps}, name="Sam", on=DAY)

    assert [len(each.entries) for each in made.sections if each.key == "alone"] == [500]
    assert pdf.pdf_of(made, paper="a4")
