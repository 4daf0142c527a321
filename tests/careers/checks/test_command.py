"""check_content, as it is run."""

import io
from collections import Counter

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from careers.documents import career_document
from careers.models import Career, Finding
from tests.careers.checks.clean import CLEAN, after
from tests.careers.test_documents_view import SEED, seed_needed
from tests.factories import CareerFactory

CONTRADICTIONS = """\
  error education-differs: Two texts name different ways in: Associate degree, and High school diploma.
    Career Counselling/Overview: “To become a library technician, you typically need an associate degree in library \
technology or a related field.”
    Educational Requirements: “To become a Library Technician, typically a minimum of a high school diploma or \
equivalent is required.”
  error pay-differs: Two texts name different pay at entry: $30,000 to $40,000 a year, and $25,000 to $30,000.
    Career Counselling/Overview: “Short-term: Entry-level library technicians can expect to earn between $30,000 and \
$40,000 annually, depending on location and type of library.”
    Average Salary Range: “In the short term, someone starting out as a Library Technician can expect to earn around \
the entry-level salary, which is typically between $25,000 to $30,000 per year.”
  error remote-differs: Remote work is said in two ways: Limited remote, and Some remote.
    Remote Work Potential: “The potential for remote work in the career of Library Technicians is limited.”
    Remote Work Potential: “Overall, the remote work potential for Library Technicians is moderate, but it may vary \
depending on the specific job responsibilities and employer requirements.”
"""
DEFECTS = [
    "  error unfinished: “Career Counselling/Overview” stops in mid-sentence.",
    "  error companies-unnamed: “Top Companies” names not one organisation.",
]
TOO_LONG = ["Overview", "Requirements", "Responsibilities", "Range", "Outlook", "Companies", "Technologies", "Careers"]


def check(*named, **options):
    """What it prints, and what it says where it fails."""
    out = io.StringIO()
    try:
        call_command("check_content", *map(str, named), stdout=out, **options)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""


def write(folder, document, name="library-technicians.md"):
    path = folder / name
    path.write_text(career_document.write(document))
    return path


@seed_needed
def test_the_owners_document_contradicts_itself_three_times(db):
    said, failed = check(SEED)

    for contradiction in CONTRADICTIONS.split("  error ")[1:]:
        assert contradiction in said
    assert failed == "5 errors stand: mend them, or accept them with a reason."


@seed_needed
def test_the_owners_document_has_two_defects_and_what_else_is_found_is_so(db):
    said, _ = check(SEED)

    rows = said.splitlines()
    assert [row for row in DEFECTS if row not in rows] == []
    assert Counter(row.split()[1].rstrip(":") for row in rows if row.startswith("  warning ")) == {
        "filler": 15,  # every section that says “Overall, …”, “a crucial role” or “stay updated”
        "section-long": 8,
        "spelled-two-ways": 2,  # non-profit and post-secondary, with and without the hyphen
        "figures-unsourced": 1,  # an average of $36,000, of no year
    }
    long = [row.partition("“")[2].partition("”")[0] for row in rows if row.startswith("  warning section-long")]
    assert [label.split()[-1].split("/")[-1] for label in long] == TOO_LONG


def test_our_own_careers_have_no_error_and_no_warning(db):
    said, failed = check(settings.BASE_DIR / "seeds" / "careers")

    assert (said, failed) == ("12 careers: 0 errors, 0 warnings, 0 accepted.\n", "")


def test_a_file_is_checked_beside_the_careers_that_stand(db, tmp_path):
    path = write(tmp_path, CLEAN)
    assert "link-missing" in check(path)[0]

    CareerFactory(title="Librarians")

    assert check(path) == ("1 careers: 0 errors, 0 warnings, 0 accepted.\n", "")


def test_warnings_fail_nothing_and_an_accepted_error_says_why(db, tmp_path):
    document = after("outlook", "You need a bachelor’s degree.")
    accepted = ({"check": "remote-fact", "reason": "The level is of the district’s."},)
    path = write(tmp_path, document.__class__(**vars(document) | {"remote": "mostly", "accepted": accepted}))

    said, failed = check(path)

    assert "  accepted remote-fact: A text says: Limited remote. The fact says: Mostly remote." in said
    assert "    Accepted: The level is of the district’s." in said
    assert said.endswith("1 careers: 0 errors, 1 warnings, 1 accepted.\n")
    assert failed == ""


def test_all_careers_of_the_portal_are_checked_and_kept(db):
    CareerFactory(title="Librarians")
    Finding.objects.all().delete()

    said, failed = check()

    assert said.startswith("librarians\n  warning unchecked: ")
    assert (Finding.objects.count(), failed) == (27, "")


def test_careers_are_named_by_slug(db):
    for title in ("Librarians", "Bakers"):
        CareerFactory(title=title)

    assert check("bakers")[0].startswith("bakers\n")
    assert check("bakers", "cooks") == ("", "There is no career with the slug cooks.")


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [("a.md", "nothing", "a.md, line 1: A career document begins"), ("b.md", None, "b.md: There is no such file.")],
)
def test_a_file_that_cannot_be_read_is_named(db, tmp_path, name, text, sentence):
    path = tmp_path / name
    if text:
        path.write_text(text)

    assert sentence in check(path)[1]


def test_the_nearest_careers_are_named_with_a_number(db, tmp_path):
    for slug in ("a", "b"):
        write(tmp_path, CLEAN.__class__(**vars(CLEAN) | {"slug": slug, "title": slug}), f"{slug}.md")

    said, _ = check(tmp_path, similarity=True)

    assert "1.000  a · b\n" in said
    assert "same-sentence: “b” says " in said
    assert not Career.objects.exists()
