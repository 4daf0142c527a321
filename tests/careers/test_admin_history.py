"""Whatever is changed can be undone, by the admin's own pages."""

import pytest
from django.db import connection
from reversion.models import Revision, Version

from accounts.models import User
from careers import history, search
from careers.models import Career, CareerType, Category, ContentVersion, Section, Status
from tests.careers.admin_pages import ADD, LIST, change, fill, run, save, told
from tests.factories import CareerFactory


def versions(thing):
    """Newest first."""
    return list(Version.objects.get_for_object(thing))


def former(thing, version):
    return f"/admin/careers/{thing._meta.model_name}/{thing.pk}/history/{version.pk}/"


def recover(model, key):
    """The page that brings back the last version of something deleted."""
    version = Version.objects.get_for_object_reference(model, key).first()
    return f"/admin/careers/{model._meta.model_name}/recover/{version.pk}/"


def snapshot(career):
    """All that a reader could notice, without keys of rows."""
    career.refresh_from_db()
    return (
        career.title,
        career.summary,
        [(section.key, section.text, section.html, section.items) for section in career.sections.order_by("key")],
        [typing.type_id for typing in career.typings.all()],
        [name.title for name in career.alternate_titles.all()],
        [(step.to_slug, step.needs, step.years) for step in career.leads_to.all()],
    )


def test_undoing_the_first_change_brings_every_part_back(as_editor, technicians):
    before = snapshot(technicians)
    save(
        as_editor,
        change(technicians),
        summary="New.",
        section_overview="New.",
        section_related="",
        titles="New",
        main_type="",
        status=Status.DRAFT,
        **{"leads_to-0-to_slug": ""} | {"leads_to-0-needs": "", "leads_to-0-years": ""},
    )
    assert snapshot(technicians) != before

    save(as_editor, former(technicians, versions(technicians)[-1]))

    assert snapshot(technicians) == before


def test_undoing_moves_search_and_content_version_and_says_who(as_editor, technicians):
    save(as_editor, change(technicians), title="Beekeepers")
    before = ContentVersion.current()

    save(as_editor, former(technicians, versions(technicians)[-1]))

    assert search.match("library").tiers[0] == [technicians.pk]
    assert search.match("beekeeper", correct=False).tiers == ([], [], [])
    assert ContentVersion.current() != before
    assert Career.objects.get().changed_by.username == "edda"


def test_the_undone_change_stays_in_the_history(as_editor, technicians):
    save(as_editor, change(technicians), summary="New.")

    save(as_editor, former(technicians, versions(technicians)[-1]))

    assert [version.field_dict["summary"] for version in versions(technicians)] == [
        "Keep a collection in order.",
        "New.",
        "Keep a collection in order.",
    ]


def test_looking_at_a_former_version_changes_nothing(as_editor, technicians):
    save(as_editor, change(technicians), summary="New.", section_overview="New.")
    before = snapshot(technicians), ContentVersion.current(), Revision.objects.count()

    page = as_editor.get(former(technicians, versions(technicians)[-1])).content.decode()

    assert "Keep a collection in order." in page
    assert (snapshot(technicians), ContentVersion.current(), Revision.objects.count()) == before


def test_a_save_that_changes_nothing_is_no_version(as_editor, technicians):
    save(as_editor, change(technicians), summary="New.")
    before = len(versions(technicians))

    save(as_editor, change(technicians))

    assert len(versions(technicians)) == before


def test_undoing_one_career_leaves_the_others_of_a_bulk_change_alone(as_editor, technicians):
    other = CareerFactory(title="Bakers")
    run(as_editor, "unpublish", [technicians, other])
    Career.objects.filter(pk=other.pk).update(summary="Later.")
    run(as_editor, "publish", [technicians])

    save(as_editor, former(technicians, versions(technicians)[1]))

    other.refresh_from_db()
    assert other.summary == "Later."
    assert Career.objects.get(pk=technicians.pk).status == Status.DRAFT


def test_publishing_in_bulk_can_be_undone(as_editor, technicians):
    run(as_editor, "unpublish", [technicians])

    save(as_editor, former(technicians, versions(technicians)[-1]))

    assert Career.objects.get().is_public()


@pytest.mark.parametrize("how", ["alone", "in bulk"])
def test_a_deleted_career_comes_back_with_everything(as_editor, technicians, how):
    before = snapshot(technicians)
    if how == "alone":
        as_editor.post(f"{LIST}{technicians.pk}/delete/", {"post": "yes"})
    else:
        run(as_editor, "delete_selected", [technicians], post="yes")
    assert not Section.objects.exists()

    assert "Library technicians" in as_editor.get(f"{LIST}recover/").content.decode()
    save(as_editor, recover(Career, technicians.pk))

    assert snapshot(technicians) == before
    assert search.match("library").tiers[0] == [technicians.pk]


def test_a_career_comes_back_after_the_one_who_changed_it_has_gone(as_editor, as_counsellor, technicians):
    save(as_counsellor, change(technicians), summary="New.")
    as_editor.post(f"{LIST}{technicians.pk}/delete/", {"post": "yes"})
    User.objects.get(username="coco").delete()

    save(as_editor, recover(Career, technicians.pk))

    assert Career.objects.get().summary == "New."


def test_a_version_does_not_point_at_people_who_are_gone(as_counsellor, technicians):
    save(as_counsellor, change(technicians), summary="New.")
    User.objects.get(username="coco").delete()

    history.restore(versions(technicians)[0])

    connection.check_constraints()
    assert Career.objects.get().changed_by is None


def test_bringing_back_leaves_rows_alone_that_took_old_keys(as_editor, technicians):
    key = technicians.sections.get(key="overview").pk
    as_editor.post(f"{LIST}{technicians.pk}/delete/", {"post": "yes"})
    other = Section.objects.create(pk=key, career=CareerFactory(), key="skills", text="Theirs.", html="<p>Theirs.</p>")

    save(as_editor, recover(Career, technicians.pk))

    other.refresh_from_db()
    assert (other.key, other.text) == ("skills", "Theirs.")
    assert technicians.sections.get(key="overview").text == "You **help**."


def test_a_career_waits_for_its_category_to_come_back(as_editor, technicians, education):
    as_editor.post(f"{LIST}{technicians.pk}/delete/", {"post": "yes"})
    as_editor.post(f"/admin/careers/category/{education.pk}/delete/", {"post": "yes"})

    response = as_editor.get(recover(Career, technicians.pk), follow=True)

    assert told(response)[-1] == "Its category “Education & Training” is no longer there: bring that back first."


def test_a_career_does_not_come_back_over_another_with_its_address(as_editor, technicians):
    as_editor.post(f"{LIST}{technicians.pk}/delete/", {"post": "yes"})
    CareerFactory(title="Library technicians")

    response = as_editor.get(recover(Career, technicians.pk), follow=True)

    assert "another has its name or its address now" in told(response)[-1]


def test_undoing_over_a_newer_save_is_told(as_editor, as_counsellor, technicians):
    save(as_editor, change(technicians), summary="Second.")
    first = former(technicians, versions(technicians)[-1])
    form = fill(as_editor, first)
    save(as_counsellor, change(technicians), summary="Third.")

    response = as_editor.post(first, form)

    assert "coco saved this career" in response.context["adminform"].form.errors["__all__"][0]
    assert Career.objects.get().summary == "Third."


def test_a_new_career_is_in_the_history(as_editor, education):
    save(as_editor, ADD, title="Bakers", category=education.pk, section_overview="They bake.")

    [version] = versions(Career.objects.get())
    assert version.revision.user.username == "edda"
    assert "They bake." in [part.field_dict.get("text") for part in version.revision.version_set.all()]


def test_the_history_lists_versions_with_who_and_what(as_editor, technicians):
    save(as_editor, change(technicians), summary="New.")

    page = as_editor.get(f"{LIST}{technicians.pk}/history/").content.decode()

    assert "edda" in page
    assert "Changed Summary." in page
    assert "As it was before its first change here." in page


# The taxonomy


def test_changing_a_category_moves_the_content_version_and_can_be_undone(as_editor, education):
    url, before = f"/admin/careers/category/{education.pk}/change/", ContentVersion.current()

    save(as_editor, url, name="Teaching")
    assert ContentVersion.current() != before
    save(as_editor, former(education, versions(education)[-1]))

    assert Category.objects.get().name == "Education & Training"


def test_a_type_can_be_made_changed_deleted_and_brought_back(as_editor):
    save(as_editor, "/admin/careers/careertype/add/", name="Odd Careers", description="Odd.")
    odd = CareerType.objects.get(slug="odd-careers")
    before = ContentVersion.current()

    as_editor.post(f"/admin/careers/careertype/{odd.pk}/delete/", {"post": "yes"})
    assert ContentVersion.current() != before
    save(as_editor, recover(CareerType, odd.pk))

    assert CareerType.objects.get() == odd


def test_a_category_with_careers_is_not_deleted(as_editor, technicians, education):
    response = as_editor.post(f"/admin/careers/category/{education.pk}/delete/", {"post": "yes"})

    assert Category.objects.filter(pk=education.pk).exists()
    assert "Library technicians" in response.content.decode()


def test_a_version_of_something_else_is_not_found_among_careers(as_editor, technicians, education):
    save(as_editor, f"/admin/careers/category/{education.pk}/change/", name="Teaching")
    version = versions(education)[0]

    assert as_editor.get(f"{LIST}recover/{version.pk}/").status_code == 404
    assert as_editor.get(f"{LIST}{version.object_id}/history/{version.pk}/").status_code == 404
