import pytest
from django.conf import settings

from careers.documents import reading, text_view
from careers.documents.document import DocumentError
from careers.sections import TEXTS
from tests.careers.documents import VIEW

SEED = settings.BASE_DIR.parent / "shared" / "seed" / "library-technicians.txt"
seed_needed = pytest.mark.skipif(not SEED.exists(), reason="The owner's document stands beside a checkout, not in it.")


def sections(body):
    return text_view.read(f"Career List Librarians\n{body}").sections


def rows(text):
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


@seed_needed
def test_the_owners_document_fills_every_entry():
    document = reading.read(SEED)

    assert (document.title, document.category, document.types) == (
        "Library Technicians",
        "Education & Training",
        ("Stable Careers",),
    )
    assert list(document.sections) == [entry.key for entry in TEXTS]
    assert all(document.sections.values())


@seed_needed
def test_no_line_of_the_owners_document_is_lost():
    assert rows(text_view.write(reading.read(SEED))) == rows(SEED.read_text())


def test_a_view_is_read():
    document = text_view.read(VIEW)

    assert (document.title, document.slug, document.category, document.types) == (
        "Library Technicians",
        None,
        "Education & Training",
        ("Stable Careers",),
    )
    assert document.sections == {"overview": "They help.", "skills": "You need:\n\n1. Patience.\n2. **Order.**"}


def test_a_view_is_written_as_the_owner_lays_it_out():
    assert text_view.write(text_view.read(VIEW)) == VIEW


@pytest.mark.parametrize("label", ["Overview", "OVERVIEW", "overview", "  Overview  ", "Overview\u00a0"])
def test_a_label_is_known_in_any_case(label):
    assert sections(f"{label}\n\nText.") == {"overview": "Text."}


@pytest.mark.parametrize(
    "label", ["Training & Certification", "Training and certification", "Training  &  Certification"]
)
def test_and_is_as_good_as_an_ampersand(label):
    assert sections(f"{label}\n\nText.") == {"training": "Text."}


@pytest.mark.parametrize(
    "body",
    [
        "Overview\n\nSee the\nCareer demand\nof your state.",
        "Overview\n\nThe Career demand is high.\n\nMore.",
        "Overview\n\nSee:\nCareer demand",
        "Overview\n\nCareer demand\nis high.",
    ],
)
def test_the_words_of_a_label_inside_a_body_are_body(body):
    assert list(sections(body)) == ["overview"]


def test_a_short_line_that_is_no_label_is_body():
    assert sections("Overview\n\nOne.\n\nA short line\n\nTwo.") == {"overview": "One.\n\nA short line\n\nTwo."}


def test_labels_may_be_missing_and_in_another_order():
    assert list(sections("Required Skills\n\na\n\nOverview\n\nb")) == ["skills", "overview"]


def test_an_empty_section_is_stated_as_empty():
    assert sections("Overview\n\n\n \t \nFun Fact\n\n") == {"overview": "", "fun-fact": ""}


def test_an_empty_category_is_not_stated():
    document = text_view.read("Career List A\nCareer Category\n\nCareer Type\n\nOverview\n\nText.")

    assert (document.category, document.types) == (None, None)


def test_a_text_that_stops_in_mid_sentence_is_kept_to_its_last_word():
    assert sections("Overview\n\nThey help and they") == {"overview": "They help and they"}


@pytest.mark.parametrize("types", ["Stable Careers, Changing Careers", "– Stable Careers\n– Changing Careers"])
def test_several_types_are_read(types):
    assert text_view.read(f"Career List A\nCareer Type\n\n{types}\n").types == ("Stable Careers", "Changing Careers")


@pytest.mark.parametrize(
    ("view", "markdown"),
    [
        ("a\nb", "a\n\nb"),
        ("a\n– b\n– c\nd", "a\n\n- b\n- c\n\nd"),
        ("• b\n• c", "- b\n- c"),
        ("a\n1. b\n2. c\n\n3. d", "a\n\n1. b\n2. c\n3. d"),
        ("1. a\n– b", "1. a\n\n- b"),
        ("### a\nb", "### a\n\nb"),
        ("– a\n  – b\n– c", "- a\n  - b\n- c"),
        ("    a", "a"),
        ("1.5 million\n2024.", "1.5 million\n\n2024."),
        ("**Bold**\n*a*", "**Bold**\n\n*a*"),
        ("– a\n   b", "- a\n   b"),
    ],
)
def test_a_body_becomes_markdown(view, markdown):
    assert sections(f"Fun Fact\n\n{view}") == {"fun-fact": markdown}


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_reality_belongs_to_its_misconception(between):
    label = "Common misconceptions people have about this career"
    body = f"1. **Misconception:** a{between}**Reality:** b\n10. **Misconception:** c{between}**Reality:** d"

    assert sections(f"{label}\n\n{body}")["misconceptions"] == (
        "1. **Misconception:** a\n   **Reality:** b\n10. **Misconception:** c\n    **Reality:** d"
    )


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("", 0, "no title"),
        ("Career Pathways View\n", 0, "no title"),
        ("Career List\n\nOverview\n\na", 1, "begins with “Career List”"),
        ("Overview\n\na", 1, "begins with “Career List”"),
        ("Career List A\n\nText.\n\nOverview\n\na", 3, "before the first label"),
        ("Career List A\nOverview\n\na\n\nOVERVIEW\n\nb", 6, "“Overview” stands here a second time"),
        ("Career List A\nCareer Category\n\na\nb\n", 2, "has one category"),
        (f"Career List {'A' * 121}\n", 1, "at most 120 characters"),
        ("Career List A\nOverview\n\na\n" + "– " + "- " * 30 + "b", 5, "more than 20 deep"),
        ("Career List A\nOverview\n\n" + "a\n" * 12_000, 4, "20,000 characters"),
        ("Career List A\nFun Fact\n\n" + "– a\n" * 400, 304, "300 list items"),
    ],
)
def test_what_is_wrong_is_said_by_line(text, line, sentence):
    with pytest.raises(DocumentError, match=sentence) as refusal:
        text_view.read(text)

    assert refusal.value.line == line


def test_a_text_that_would_be_read_as_a_label_is_not_written():
    document = text_view.read("Career List A\nOverview\n\nText.")
    document = type(document)(title="A", sections={"overview": "Career demand"})

    with pytest.raises(DocumentError, match="takes for a label"):
        text_view.write(document)
