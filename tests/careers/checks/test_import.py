"""Errors keep a document from being imported as a published career, and nothing else."""

import pytest
from django.core.management import CommandError, call_command

from careers.models import Career, Finding, Status
from tests.careers.documents import FRONT, career_document

ERROR = "## Overview\n\nYou help people as a\n"
FINE = "## Overview\n\nYou help people.\n"
SAID = "line 8: “Overview” stops in mid-sentence. Mend this, accept it with a reason, or import it as a draft."


@pytest.fixture
def bring(tmp_path, stable, education):
    def bring(front="", body=ERROR, **options):
        path = tmp_path / "library-technicians.md"
        path.write_text(career_document(FRONT + front, body))
        call_command("import_careers", str(path), **options)

    return bring


@pytest.mark.parametrize(("front", "options"), [("status: published\n", {}), ("", {"publish": True})])
def test_a_career_with_an_error_is_not_published(bring, front, options):
    with pytest.raises(CommandError, match="“Overview” stops in mid-sentence"):
        bring(front, **options)

    assert not Career.objects.exists()
    assert not Finding.objects.exists()


def test_the_line_of_the_text_is_named(bring):
    with pytest.raises(CommandError, match=f"md, {SAID}"):
        bring(publish=True)


def test_the_line_of_a_fact_is_named(bring):
    with pytest.raises(CommandError, match="line 7: A text says: Limited remote"):
        bring("remote: mostly\n", body=f"{FINE}\n## Remote Work Potential\n\nLimited.\n", publish=True)


def test_as_a_draft_it_comes_in_with_its_findings(bring):
    bring()

    assert Career.objects.get().status == Status.DRAFT
    assert Finding.objects.filter(check_key="unfinished").count() == 1


def test_an_accepted_error_stops_nothing(bring):
    bring("accepted: [{check: unfinished, reason: It is a poem.}]\n", publish=True)

    assert Career.objects.get().is_public()
    assert Finding.objects.get(check_key="unfinished").reason == "It is a poem."


def test_a_published_career_gets_no_new_error(bring):
    bring(body=FINE, publish=True)

    with pytest.raises(CommandError, match="stops in mid-sentence"):
        bring()

    assert Career.objects.get().sections.get().text == "You help people."


def test_an_error_that_students_see_already_keeps_no_comma_from_being_mended(bring):
    bring("accepted: [{check: unfinished, reason: It is a poem.}]\n", publish=True)
    Finding.objects.update(reason="")

    bring("accepted: []\n", body="## Overview\n\nYou help, as a\n")

    assert Career.objects.get().sections.get().text == "You help, as a"
