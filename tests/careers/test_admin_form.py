"""The career form: what it shows, what it writes, what it refuses."""

import pytest

from careers.models import Career, ContentVersion, Kind, LeadsTo, Status, Typing
from careers.sections import TEXTS
from tests.careers.admin_pages import ADD, LIST, change, errors, fill, save, told
from tests.factories import CareerFactory, CareerTypeFactory


def test_the_form_shows_every_text_under_its_exact_label(as_editor, technicians):
    page = as_editor.get(change(technicians)).content.decode()

    for entry in TEXTS:
        label = entry.label.replace("&", "&amp;")
        assert f'<label for="id_section_{entry.key}">{label}</label>' in page


def test_the_form_shows_what_is_stored(as_editor, technicians):
    form = fill(as_editor, change(technicians))

    assert form["title"] == "Library technicians"
    assert form["section_overview"] == "You **help**."
    assert form["titles"] == "Book shelver"
    assert form["subjects"] == "English"
    assert form["leads_to-0-to_slug"] == "librarians"


def test_saving_writes_every_part(as_editor, technicians):
    growing = CareerTypeFactory()
    stable = technicians.typings.get().type

    save(
        as_editor,
        change(technicians),
        section_overview="You *carry*.",
        titles="Shelver\r\nPage",
        subjects="Art, Music",
        main_type=growing.pk,
        other_types=[stable.pk],
    )

    career = Career.objects.get()
    assert career.sections.get(key="overview").html == "<p>You <em>carry</em>.</p>"
    assert [name.title for name in career.alternate_titles.all()] == ["Shelver", "Page"]
    assert career.subjects == ["Art", "Music"]
    assert [typing.type for typing in career.typings.all()] == [growing, stable]


def test_a_save_says_who_and_moves_the_content_version(as_editor, technicians):
    before = ContentVersion.current()

    save(as_editor, change(technicians), summary="Look after books.")

    career = Career.objects.get()
    assert (career.summary, career.changed_by.username) == ("Look after books.", "edda")
    assert ContentVersion.current() != before


def test_a_save_that_changes_nothing_moves_nothing(as_editor, technicians):
    before = ContentVersion.current(), technicians.changed_at

    save(as_editor, change(technicians))

    assert (ContentVersion.current(), Career.objects.get().changed_at) == before


def test_an_empty_text_takes_its_section_away(as_editor, technicians):
    save(as_editor, change(technicians), section_related="  ")

    assert [section.key for section in technicians.sections.all()] == ["overview"]


@pytest.mark.parametrize(
    ("text", "warned"), [("Feed\r\nClean", True), ("- Feed\r\n- Clean", False), ("1. Feed", False), ("", False)]
)
def test_bare_lines_where_a_list_belongs_are_saved_and_named(as_editor, technicians, text, warned):
    form = fill(as_editor, change(technicians), section_responsibilities=text, section_salary="Enough.")

    response = as_editor.post(change(technicians), form, follow=True)

    assert any("No list was found in: Key Responsibilities." in sentence for sentence in told(response)) is warned
    assert technicians.sections.filter(key="responsibilities").exists() is bool(text)


def test_a_new_career_gets_its_address_from_its_title(as_editor, education):
    save(as_editor, ADD, title="Library technicians & more", category=education.pk)

    career = Career.objects.get()
    assert (career.slug, career.status, career.name_key) == (
        "library-technicians-more",
        Status.DRAFT,
        "library technician more",
    )


def test_a_title_that_grows_when_it_is_folded_still_fits(as_editor, education):
    save(as_editor, ADD, title="ﬃ" * 120, slug="ffi", category=education.pk)

    assert len(Career.objects.get().name_key) == 120


def test_a_next_job_may_be_named_by_its_title(as_editor, technicians):
    CareerFactory(title="Archivists", slug="keepers-of-archives")

    save(as_editor, change(technicians), **{"leads_to-1-to_slug": "archivist", "leads_to-1-years": "3"})

    steps = LeadsTo.objects.values_list("to_slug", "years")
    assert list(steps) == [("librarians", "2–3"), ("keepers-of-archives", "3")]


def test_a_next_job_that_comes_later_is_kept_by_its_slug(as_editor, technicians):
    save(as_editor, change(technicians), **{"leads_to-0-to_slug": "not-yet-here"})

    assert technicians.leads_to.get().to_slug == "not-yet-here"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"leads_to-0-to_slug": ""}, "Row 1: say which career it leads to."),
        ({"leads_to-0-to_slug": "Nobody at all"}, "Row 1: we have no career “Nobody at all”. Choose one of the list."),
        ({"leads_to-0-to_slug": "library-technicians"}, "A career can’t lead to itself."),
        ({"leads_to-1-to_slug": "librarians"}, "One career stands here twice."),
    ],
)
def test_a_next_job_that_makes_no_sense_is_refused(as_editor, technicians, changes, sentence):
    response = save(as_editor, change(technicians), **changes)

    assert errors(response)["leads_to"] == [sentence]


def test_the_other_types_keep_their_order(as_editor, technicians):
    first, second = CareerTypeFactory(), CareerTypeFactory()
    for position, type_ in enumerate([second, first], start=1):
        Typing.objects.create(career=technicians, type=type_, position=position)

    save(as_editor, change(technicians), summary="Changed.")

    assert [typing.type for typing in technicians.typings.all()][1:] == [second, first]


def test_publishing_says_on_the_fields_what_is_missing(as_editor, technicians):
    bare = {"summary": "", "main_type": "", "section_overview": ""}

    response = save(as_editor, change(technicians), **bare)

    assert set(errors(response)) == {"summary", "main_type", "section_overview"}
    assert all("published" in sentence for sentences in errors(response).values() for sentence in sentences)


def test_a_draft_needs_a_title_and_a_category_only(as_editor):
    response = save(as_editor, ADD)

    assert set(errors(response)) == {"title", "category"}


def test_facts_only_needs_no_overview_to_be_published(as_editor, technicians):
    facts = {"kind": Kind.FACTS_ONLY, "code": "25-4031.00"}
    save(as_editor, change(technicians), section_overview="", section_related="", **facts)

    assert Career.objects.get().kind == Kind.FACTS_ONLY


def test_facts_only_needs_a_code_to_be_published(as_editor, technicians):
    response = save(as_editor, change(technicians), kind=Kind.FACTS_ONLY, code="")

    assert errors(response) == {"code": ["A facts-only career needs its O*NET-SOC code: its facts are found by it."]}


def test_publishing_without_a_date_is_publishing_today(as_editor, technicians):
    Career.objects.update(status=Status.DRAFT, published_on=None)

    save(as_editor, change(technicians), status=Status.PUBLISHED)

    assert Career.objects.get().is_public()


def test_two_careers_can_not_have_one_address(as_editor, technicians):
    other = CareerFactory(title="Librarians", slug="librarians")

    response = save(as_editor, change(technicians), slug=other.slug)

    assert errors(response)["slug"] == ["Another career has this address: choose a different one."]


def test_saving_can_lead_to_the_site(as_editor, technicians):
    form = fill(as_editor, change(technicians), _view="1")
    del form["_save"]

    response = as_editor.post(change(technicians), form, follow=True)

    assert response.redirect_chain == [(technicians.get_absolute_url(), 302)]
    assert "“Library technicians” is saved." in response.content.decode()


def test_a_career_that_is_gone_sends_back_to_the_front_page(as_editor):
    assert as_editor.post(f"{LIST}99/change/", {}).status_code == 302
