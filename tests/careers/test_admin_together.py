"""Two people have one career open."""

from reversion.models import Revision

from careers.models import Career, LeadsTo
from tests.careers.admin_pages import change, errors, fill, save
from tests.factories import CareerTypeFactory


def again(response, form):
    """What the page that came back would post, as it stands."""
    shown = response.context["adminform"].form
    return (
        form | {"seen": shown["seen"].value()} | {name: shown.data.getlist(name) for name in shown.data if name in form}
    )


def test_the_second_of_two_saves_is_told_who_was_first(as_editor, as_counsellor, technicians):
    mine = fill(as_editor, change(technicians), section_overview="Mine.")
    save(as_counsellor, change(technicians), summary="Theirs.")

    response = as_editor.post(change(technicians), mine)

    [sentence] = errors(response)["__all__"]
    assert "coco saved this career" in sentence
    assert "taken over into this form: Summary." in sentence
    assert "Mine.</textarea>" in response.content.decode()
    assert Career.objects.get().summary == "Theirs."


def test_saving_again_keeps_what_both_of_them_changed(as_editor, as_counsellor, technicians):
    mine = fill(as_editor, change(technicians), section_overview="Mine.")
    save(as_counsellor, change(technicians), summary="Theirs.", section_related="")

    as_editor.post(change(technicians), again(as_editor.post(change(technicians), mine), mine))

    assert Career.objects.get().summary == "Theirs."
    assert [(section.key, section.text) for section in technicians.sections.all()] == [("overview", "Mine.")]


def test_rows_lists_and_choices_are_taken_over_as_well(as_editor, as_counsellor, technicians):
    growing = CareerTypeFactory()
    mine = fill(as_editor, change(technicians), summary="Mine.")
    steps = {"leads_to-0-to_slug": "archivists", "leads_to-1-to_slug": "curators", "leads_to-1-years": "3"}
    theirs = {"titles": "Page\r\nShelver", "subjects": "", "education": "0", "other_types": [growing.pk], "remote": ""}
    save(as_counsellor, change(technicians), **steps, **theirs)

    as_editor.post(change(technicians), again(as_editor.post(change(technicians), mine), mine))

    career = Career.objects.get()
    assert list(LeadsTo.objects.values_list("to_slug", "years")) == [("archivists", "2–3"), ("curators", "3")]
    assert [name.title for name in career.alternate_titles.all()] == ["Page", "Shelver"]
    assert (career.summary, career.subjects, career.education, career.remote) == ("Mine.", [], 0, None)
    assert growing in career.types.all()


def test_what_both_changed_is_shown_with_the_others_words(as_editor, as_counsellor, technicians):
    mine = fill(as_editor, change(technicians), summary="Mine.", remote="3", titles="Page")
    save(as_counsellor, change(technicians), summary="Theirs.", remote="2", titles="")

    found = errors(as_editor.post(change(technicians), mine))

    assert "You both changed: " in found["__all__"][0]
    assert found["summary"] == ["coco wrote: Theirs."]
    assert found["remote"] == ["coco wrote: Some remote"]
    assert found["titles"] == ["coco wrote: (nothing)"]


def test_the_same_change_by_both_is_no_conflict(as_editor, as_counsellor, technicians):
    mine = fill(as_editor, change(technicians), summary="Ours.")
    save(as_counsellor, change(technicians), summary="Ours.")

    found = errors(as_editor.post(change(technicians), mine))

    assert set(found) == {"__all__"}
    assert "Summary" not in found["__all__"][0]


def test_saving_again_after_being_told_goes_through(as_editor, as_counsellor, technicians):
    mine = fill(as_editor, change(technicians), summary="Mine.")
    save(as_counsellor, change(technicians), summary="Theirs.")

    as_editor.post(change(technicians), again(as_editor.post(change(technicians), mine), mine))

    assert Career.objects.get().summary == "Mine."


def test_a_career_published_meanwhile_stays_published(as_editor, as_counsellor, technicians):
    Career.objects.update(status="draft", published_on=None)
    mine = fill(as_editor, change(technicians), summary="Mine.")
    save(as_counsellor, change(technicians), status="published")

    as_editor.post(change(technicians), again(as_editor.post(change(technicians), mine), mine))

    career = Career.objects.get()
    assert (career.status, career.summary) == ("published", "Mine.")
    assert career.is_public()


def test_where_no_version_is_kept_the_fields_that_differ_are_named(as_editor, as_counsellor, technicians):
    mine = fill(as_editor, change(technicians), section_overview="Mine.")
    save(as_counsellor, change(technicians), summary="Theirs.")
    Revision.objects.all().delete()

    [sentence] = errors(as_editor.post(change(technicians), mine))["__all__"]

    assert "Yours differs from theirs in: Summary, Overview." in sentence


def test_a_form_that_does_not_say_what_it_saw_is_refused(as_editor, technicians):
    for nonsense in ("", "x", "2026-13-45T00:00", "2026-11-22T00:00"):
        assert errors(save(as_editor, change(technicians), seen=nonsense, summary="Blind."))["__all__"]
