"""What import_careers does to the careers that stand, through the command as it is run."""

import io

import pytest
from django.core.management import CommandError, call_command
from reversion.models import Revision, Version

from careers import search
from careers.models import Career, ContentVersion, Education, Remote, Section, Status
from tests.careers.documents import FRONT, VIEW, career_document
from tests.factories import CategoryFactory

BODY = """\
## Overview

You **help**.

## Required Skills

- Order.
- Patience.
"""
FULL = (
    FRONT
    + """\
code: 25-4031.00
education: associate
remote: limited
subjects: [English]
kind: facts-only
titles: [Library aide, Page]
leads_to: [{career: librarians, needs: A degree, years: "2"}]
checked_on: 2026-11-22
"""
)
NEW = "title: Librarians\ncategory: Education & Training\n"


WOULD_CHANGE = [
    "library-technicians: updated, published: students see this at once",
    "  title: “Library technicians” → “Library people”",
    "  titles: [“Book shelver”] → [“Page”]",
    "  remote: “limited” → “mostly”",
    "  Overview:",
    "    - You **help**.",
    "    + You sort.",
    "librarians: created",
    "  title: nothing → “Librarians”",
    "  category: nothing → “Education & Training”",
    "  Overview:",
    "    + They help.",
    "1 created, 1 updated, 0 unchanged. Of the updated, 1 published: students see this at once. "
    "This was a dry run: nothing was written.",
]


@pytest.fixture
def bring(tmp_path, stable, education):
    """Write these documents, import them, and return what was printed."""

    def bring(*texts, name="document{}.md", **options):
        for number, text in enumerate(texts):
            (tmp_path / name.format(number)).write_text(text)
        out = io.StringIO()
        call_command("import_careers", str(tmp_path), stdout=out, **options)
        return out.getvalue()

    return bring


def everything():
    """All that an import may write, to see that it wrote nothing."""
    return [
        list(model.objects.order_by("pk").values()) for model in (Career, Section, ContentVersion, Revision, Version)
    ]


@pytest.fixture
def brought(bring):
    """A new career whose document states everything but what it is published by."""
    bring(career_document(FULL, BODY))
    return Career.objects.get(slug="library-technicians")


def test_a_new_career_has_the_facts_of_its_document(brought):
    assert (brought.title, brought.name_key, brought.code) == (
        "Library technicians",
        "library technician",
        "25-4031.00",
    )
    assert (brought.education, brought.remote, brought.kind) == (Education.ASSOCIATE, Remote.LIMITED, "facts-only")
    assert (brought.subjects, str(brought.checked_on)) == (["English"], "2026-11-22")


def test_a_new_career_has_the_lists_of_its_document(brought):
    steps = [(step.to_slug, step.needs, step.years) for step in brought.leads_to.all()]

    assert [type_.name for type_ in brought.types.all()] == ["Stable Careers"]
    assert [alternate.title for alternate in brought.alternate_titles.all()] == ["Library aide", "Page"]
    assert steps == [("librarians", "A degree", "2")]


def test_a_new_career_has_the_texts_of_its_document_rendered(brought):
    assert brought.sections.get(key="overview").html == "<p>You <strong>help</strong>.</p>"
    assert [item["text"] for item in brought.sections.get(key="skills").items] == ["Order.", "Patience."]


def test_a_new_career_is_a_draft(brought):
    assert (brought.status, brought.published_on) == (Status.DRAFT, None)


def test_a_career_is_found_by_its_slug_and_only_what_is_stated_changes(bring, technicians):
    bring("---\ntitle: Library people\nslug: library-technicians\nremote: mostly\n---\n## Fun Fact\n\n- A cat.\n")

    technicians.refresh_from_db()
    assert (technicians.title, technicians.name_key) == ("Library people", "library people")
    assert (technicians.remote, technicians.education) == (Remote.MOSTLY, Education.ASSOCIATE)
    assert technicians.summary == "Keep a collection in order."
    assert technicians.status == Status.PUBLISHED
    assert set(technicians.sections.values_list("key", flat=True)) == {"overview", "related", "fun-fact"}
    assert technicians.alternate_titles.count() == 1


def test_an_empty_value_takes_away_what_stood_there(bring, technicians):
    bring("---\ntitle: Library technicians\ntitles: []\nleads_to: []\nsubjects: []\n---\n## Related Careers\n")

    technicians.refresh_from_db()
    assert (technicians.subjects, technicians.alternate_titles.count(), technicians.leads_to.count()) == ([], 0, 0)
    assert not technicians.sections.filter(key="related").exists()


def test_lists_are_replaced_in_their_order(bring, technicians):
    bring("---\ntitle: Library technicians\ntitles: [Page, Book shelver, Aide]\n---\n")

    assert [alternate.title for alternate in technicians.alternate_titles.all()] == ["Page", "Book shelver", "Aide"]


def test_items_keep_their_keys_over_an_import(bring, technicians):
    before = technicians.sections.get(key="related").items
    bring("---\ntitle: Library technicians\n---\n## Related Careers\n\n- Beekeeper. Here now.\n- Librarian. Close.\n")

    after = technicians.sections.get(key="related").items
    assert [item["key"] for item in after] == [before[1]["key"], before[0]["key"]]


def test_importing_twice_changes_nothing(bring):
    bring(career_document(body=BODY))
    before = everything()

    assert "0 created, 0 updated, 1 unchanged." in bring(career_document(body=BODY))
    assert everything() == before


def test_importing_a_view_twice_changes_nothing(bring):
    bring(VIEW, name="view.txt")
    before = everything()

    assert "1 unchanged." in bring(VIEW, name="view.txt")
    assert everything() == before


def test_only_careers_that_change_are_written(bring, technicians):
    bring(career_document(NEW), career_document("title: Library technicians\nremote: limited\n", ""))

    assert [str(version.object) for version in Version.objects.get_for_model(Career)] == ["Librarians"]


def test_a_change_can_be_undone(bring, technicians):
    bring("---\ntitle: Library technicians\nremote: mostly\n---\n")

    comments = [version.revision.comment for version in Version.objects.get_for_object(technicians)]
    assert comments == ["Imported from document0.md.", "As it was before its first change here."]


def test_the_search_index_and_the_content_version_follow_once(bring, technicians, django_assert_max_num_queries):
    ContentVersion.bump()
    before = ContentVersion.current()
    bring("---\ntitle: Library technicians\ntitles: [Zookeeper]\n---\n", career_document(NEW))

    assert ContentVersion.current() != before
    assert search.match("zookeeper").tiers[1] == [technicians.pk]
    assert search.match("shelver").tiers[-1] == []
    assert search.match("librarians").tiers[0] == [Career.objects.get(slug="librarians").pk]


def test_labels_are_found_in_any_spelling(bring):
    bring("---\ntitle: A\ncategory: education and TRAINING\ntypes: [stable careers]\n---\n")

    career = Career.objects.get(slug="a")
    assert (career.category.slug, career.types.get().slug) == ("education-training", "stable-careers")


def test_another_spelling_of_a_label_changes_nothing(bring, technicians):
    out = bring("---\ntitle: Library technicians\ncategory: education and TRAINING\ntypes: [stable careers]\n---\n")

    assert "0 updated, 1 unchanged" in out


def test_a_career_may_move_to_another_category(bring, technicians):
    CategoryFactory(name="Arts & Media", slug="arts-media")
    bring("---\ntitle: Library technicians\ncategory: Arts & Media\n---\n")

    technicians.refresh_from_db()
    assert technicians.category.slug == "arts-media"


@pytest.mark.parametrize(
    ("stated", "publish", "status"),
    [
        ("", False, "draft"),
        ("", True, "published"),
        ("status: published\n", False, "published"),
        ("status: draft\n", True, "published"),
    ],
)
def test_a_new_career_is_published_where_its_document_or_the_command_says_so(bring, stated, publish, status):
    bring(career_document(FRONT + stated, BODY), publish=publish)

    career = Career.objects.get()
    assert career.status == status
    assert (career.published_on is not None) == (status == "published")


def test_a_published_view_is_summed_up_by_its_first_sentence(bring):
    bring(VIEW.replace("They help.", "They **help** people. They are kind."), name="view.txt", publish=True)

    assert Career.objects.get().summary == "They help people."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (career_document(NEW, BODY), "needs a main type"),
        (career_document(FRONT, ""), "needs its Overview"),
        (career_document(FRONT.replace("summary: Keep a collection in order.\n", ""), ""), "needs a summary"),
    ],
)
def test_what_lacks_something_is_not_published(bring, text, sentence):
    with pytest.raises(CommandError, match=sentence):
        bring(text, publish=True)

    assert not Career.objects.exists()


def test_a_document_goes_in_under_another_slug_beside_ours(bring, technicians):
    bring(career_document(body=BODY), slug="library-technicians-2")

    assert Career.objects.count() == 2
    assert not technicians.sections.filter(key="skills").exists()


@pytest.mark.parametrize(
    ("slug", "count", "sentence"),
    [("a b", 1, "“a b” is not right"), ("a", 2, "there are 2 documents"), ("a" * 121, 1, "at most 120 characters")],
)
def test_a_slug_that_does_not_fit_is_refused(bring, slug, count, sentence):
    with pytest.raises(CommandError, match=sentence):
        bring(*[career_document(NEW)] * count, slug=slug)


def test_a_dry_run_says_what_would_change_and_changes_nothing(bring, technicians):
    before = everything()
    front = "title: Library people\nslug: library-technicians\nremote: mostly\ntitles: [Page]\n"
    out = bring(career_document(front, "## Overview\n\nYou sort.\n"), career_document(NEW), dry_run=True)

    assert everything() == before
    assert out.splitlines() == WOULD_CHANGE


def test_a_run_says_what_it_did(bring, technicians):
    out = bring(career_document(FRONT + "remote: mostly\n", "## Overview\n\nYou sort.\n"), career_document(NEW, ""))

    assert out.splitlines() == [
        "library-technicians: updated (remote, Overview), published: students see this at once",
        "librarians: created (title, category)",
        "1 created, 1 updated, 0 unchanged. Of the updated, 1 published: students see this at once.",
    ]


def test_an_update_no_student_sees_is_not_said_to_be_seen(bring, technicians):
    Career.objects.update(status=Status.DRAFT)

    assert "students see" not in bring(career_document(FRONT + "remote: mostly\n", BODY))


def test_many_careers_cost_few_queries_each(bring, django_assert_max_num_queries):
    documents = [career_document(f"title: Career {number}\ncategory: Education & Training\n") for number in range(30)]
    bring(*documents)

    with django_assert_max_num_queries(12):
        bring(*documents)
