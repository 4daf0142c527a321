"""Findings in the admin: beside their fields, in the way of publishing, and all on one page."""

import pytest

from careers.actions import save_career
from careers.models import Career, Finding, Remote, Status
from tests.careers.admin_pages import ADD, change, errors, fill, run, save, told
from tests.factories import CareerFactory

FINDINGS = "/admin/careers/finding/"
BROKEN = "You help people as a"
SAID = "“Overview” stops in mid-sentence."
STOPS = f"{SAID} Mend it, accept it with a reason, or save the career as a draft."
REASON = "accept:unfinished/overview"


@pytest.fixture
def draft(technicians):
    """A draft whose Overview breaks off."""
    technicians.status = Status.DRAFT
    save_career(career=technicians, texts={"overview": BROKEN, "remote": "Limited."})
    return technicians


def page(client, career):
    return " ".join(client.get(change(career)).content.decode().split())


def test_a_finding_stands_beside_its_field_with_what_it_is_about(as_editor, draft):
    shown = page(as_editor, draft)

    help_of_overview = shown.partition('id="id_section_overview_helptext"')[2].partition("</fieldset>")[0]
    assert f"<strong>Error:</strong> {SAID}" in help_of_overview
    assert f'<a href="#id_section_overview">Overview</a>: “{BROKEN}”' in help_of_overview
    assert f'name="{REASON}"' in help_of_overview


def test_a_finding_about_two_fields_stands_beside_both_and_is_accepted_at_one(as_editor, draft):
    Career.objects.update(remote=Remote.MOSTLY)

    shown = page(as_editor, draft)

    said = "A text says: Limited remote. The fact says: Mostly remote."
    assert shown.count(f"<strong>Error:</strong> {said}") == 2
    assert shown.count('name="accept:remote-fact/remote-fact"') == 1


def test_how_many_findings_there_are_stands_above_the_form(as_editor, draft):
    assert "<summary>The checks found 1 error and 27 warnings</summary>" in page(as_editor, draft)


def test_an_empty_form_is_not_checked(as_editor, education):
    assert "The checks found" not in as_editor.get(ADD).content.decode()


def test_a_draft_is_saved_whatever_is_found(as_editor, draft):
    response = as_editor.post(change(draft), fill(as_editor, change(draft), summary="New."), follow=True)

    assert Career.objects.get().summary == "New."
    assert "The checks found 1 error in “Library technicians”: open it to see each beside its field." in told(response)


def test_an_error_stops_publishing_and_nothing_typed_is_lost(as_editor, draft):
    response = save(as_editor, change(draft), status=Status.PUBLISHED, summary="New.")

    assert errors(response) == {"section_overview": [STOPS]}
    assert response.context["adminform"].form["summary"].value() == "New."
    assert Career.objects.get().status == Status.DRAFT


def test_a_finding_is_accepted_with_a_reason_beside_its_field(as_editor, as_counsellor, draft):
    save(as_editor, change(draft), status=Status.PUBLISHED, **{REASON: "It is a poem."})

    career = Career.objects.get()
    assert career.is_public()
    assert career.accepted == [{"check": "unfinished/overview", "reason": "It is a poem."}]
    assert "<strong>Accepted:</strong> “Overview” stops" in page(as_counsellor, draft)
    assert "Because: It is a poem." in page(as_counsellor, draft)


def test_a_reason_is_kept_where_the_form_comes_back(as_editor, draft):
    response = save(as_editor, change(draft), title="", **{REASON: "It is a poem."})

    assert [row for row in response.context["adminform"].form["accepted"].value() if row["reason"]] == [
        {"check": "unfinished/overview", "reason": "It is a poem."}
    ]


def test_a_reason_of_blanks_accepts_nothing(as_editor, draft):
    response = save(as_editor, change(draft), status=Status.PUBLISHED, **{REASON: "  "})

    assert "section_overview" in errors(response)


def test_a_career_that_students_see_gets_no_new_error(as_editor, technicians):
    response = save(as_editor, change(technicians), section_overview=BROKEN)

    assert errors(response) == {"section_overview": [STOPS]}


def test_an_error_that_students_see_already_keeps_no_comma_from_being_mended(as_editor, technicians):
    save_career(career=technicians, texts={"overview": BROKEN})

    save(as_editor, change(technicians), summary="Mended.")

    assert Career.objects.get().summary == "Mended."


def test_publishing_in_bulk_leaves_out_what_has_errors(as_editor, draft):
    response = run(as_editor, "publish", [draft])

    assert told(response)[1] == f"“Library technicians” stays a draft. {SAID}"
    assert Career.objects.get().status == Status.DRAFT


def test_what_is_found_is_escaped(as_editor, draft):
    save_career(career=draft, texts={"overview": "You say <script>alert(1)</script> as a"})

    assert "<script>alert" not in page(as_editor, draft)
    assert "<script>alert" not in as_editor.get(FINDINGS).content.decode()


# All findings of the site


def listed(client, query=""):
    return [finding.check_key for finding in client.get(FINDINGS + query).context["cl"].result_list]


def test_all_findings_are_listed_errors_first(as_counsellor, draft):
    found = listed(as_counsellor)

    assert found[0] == "unfinished"
    assert len(found) == Finding.objects.count() == 28


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?severity=error", {"unfinished"}),
        ("?check=unfinished", {"unfinished"}),
        ("?check=no-such", {"unfinished", "link-missing", "section-empty", "section-short"}),
        ("?state=accepted", set()),
        ("?q=mid-sentence", {"unfinished"}),
        ("?severity=%00", {"unfinished", "link-missing", "section-empty", "section-short"}),
    ],
)
def test_the_list_is_narrowed(as_editor, draft, query, found):
    response = as_editor.get(FINDINGS + query, follow=True)

    assert {finding.check_key for finding in response.context["cl"].result_list} == found


def test_an_accepted_finding_is_listed_apart_with_its_reason(as_editor, draft):
    draft.accepted = [{"check": "unfinished", "reason": "It is a poem."}]
    save_career(career=draft)

    assert "unfinished" not in listed(as_editor)
    assert "Accepted: It is a poem." in as_editor.get(f"{FINDINGS}?state=accepted").content.decode()


def test_a_finding_leads_to_its_field(as_editor, draft):
    assert f'href="{change(draft)}#id_section_overview"' in as_editor.get(FINDINGS).content.decode()


def test_the_list_takes_as_many_queries_for_many_as_for_few(as_editor, django_assert_max_num_queries):
    for career in CareerFactory.create_batch(4):
        save_career(career=career)
    as_editor.get(FINDINGS)  # the first page stamps the session of staff

    with django_assert_max_num_queries(9):
        assert len(listed(as_editor)) == 100
