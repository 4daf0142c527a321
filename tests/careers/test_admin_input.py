"""Whatever is typed into the admin's forms is answered with a sentence."""

import pytest

from careers.models import Career, Category
from careers.sections import TEXTS
from tests.careers.admin_pages import ADD, change, fill
from tests.factories import CareerFactory

LONG = "x" * 100_000
INPUTS = {
    "long": LONG,
    "emoji": "🎉👩🏽‍🚀" * 20,
    "right to left": "مهنة \u202eعكس",
    "nul": "a\0b",
    "nothing": "",
    "spaces": " \t\r\n ",
    "deep list": "\n".join("  " * depth + "- a" for depth in range(1_000)),
    "deep marks": "- " * 5_000,
    "deep quote": ">" * 5_000,
    "html": "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "links": "[x](javascript:alert(1)) ![y](http://elsewhere/z)",
    "many items": "- a\n" * 5_000,
    "brackets": "[" * 5_000,
    "digits": "9" * 5_000,
    "json": '[{"check": 1}]',
    "lines": "a\nb\n" * 2_000,
    "ligatures": "ﬃ" * 120,
}
FIELDS = [
    "title", "summary", "category", "other_types", "code", "subjects", "titles", "leads_to-0-to_slug",
    "leads_to-0-needs", "accepted-0-reason", "accept:unfinished/overview", "published_on", "seen", "section_overview",
    "section_related",
]  # fmt: skip


@pytest.mark.parametrize("value", INPUTS.values(), ids=INPUTS.keys())
def test_every_field_of_a_career_takes_anything(as_editor, technicians, value):
    form = fill(as_editor, change(technicians))

    for field in FIELDS:
        response = as_editor.post(change(technicians), form | {field: value})

        assert response.status_code in {200, 302}, field
        if response.status_code == 200:
            assert any(response.context["adminform"].form.errors.values()), field
        form["seen"] = Career.objects.get().changed_at.isoformat()


@pytest.mark.parametrize("value", INPUTS.values(), ids=INPUTS.keys())
def test_every_field_of_a_category_takes_anything(as_editor, education, value):
    url = f"/admin/careers/category/{education.pk}/change/"
    form = fill(as_editor, url, hue="175")

    for field in ("name", "slug", "description", "hue", "icon", "soc_major_groups", "position"):
        response = as_editor.post(url, form | {field: value})

        assert response.status_code in {200, 302}, field
        assert response.status_code == 302 or response.context["adminform"].form.errors, field


@pytest.mark.parametrize("value", INPUTS.values(), ids=INPUTS.keys())
def test_the_list_and_the_preview_take_anything(as_editor, technicians, value):
    for query in ("q", "category", "status", "title", "o", "p", "e", "_changelist_filters"):
        address = {query: value[:2_000]}  # servers refuse longer ones
        assert as_editor.get("/admin/careers/career/", address, follow=True).status_code in {200, 400}
    for only in (value, "overview"):
        data = {"only": only, "section_overview": value}
        assert as_editor.post("/admin/careers/career/preview/", data).status_code == 200


def test_everything_too_long_at_once_is_refused_kindly(as_editor, technicians):
    form = fill(as_editor, change(technicians)) | {f"section_{entry.key}": "y" * 90_000 for entry in TEXTS}

    response = as_editor.post(change(technicians), form)

    assert response.status_code == 200
    assert len(response.context["adminform"].form.errors) == 26


@pytest.mark.parametrize("stored", [{"a": 1}, "text", [1, None], [{"check": 5}], 7])
def test_odd_stored_values_do_not_break_the_form(as_editor, stored):
    career = CareerFactory(subjects=stored, accepted=stored)

    assert as_editor.get(change(career)).status_code == 200


def test_what_is_shown_again_is_escaped(as_editor, education):
    evil = '"><script>alert(1)</script></textarea>'
    form = dict.fromkeys(FIELDS, evil)

    page = as_editor.post(ADD, form | {"_save": "Save"}).content.decode()

    assert "<script>alert" not in page


def test_major_groups_are_written_as_words(as_editor, education):
    url = f"/admin/careers/category/{education.pk}/change/"
    as_editor.post(url, fill(as_editor, url, hue="15", icon="book-open", soc_major_groups="25-0000, 21-0000"))

    assert Category.objects.get().soc_major_groups == ["25-0000", "21-0000"]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("icon", "no-such-icon", "There is no icon “no-such-icon”: look for one at lucide.dev/icons."),
        ("soc_major_groups", "teachers", "“teachers”: write a major group as 25-0000."),
        ("soc_major_groups", '["25-0000"]', '“["25-0000"]”: write a major group as 25-0000.'),
    ],
)
def test_a_category_says_what_is_wrong(as_editor, education, field, value, sentence):
    url = f"/admin/careers/category/{education.pk}/change/"

    response = as_editor.post(url, fill(as_editor, url, hue="15") | {field: value})

    assert response.context["adminform"].form.errors[field] == [sentence]


def test_accepted_findings_are_rows_with_a_reason(as_editor, technicians):
    page = change(technicians)
    response = as_editor.post(page, fill(as_editor, page, **{"accepted-0-check": "type-falling"}))
    assert response.context["adminform"].form.errors["accepted"] == ["Row 1: say why it is accepted."]

    as_editor.post(page, fill(as_editor, page, **{"accepted-0-check": "type-falling", "accepted-0-reason": "True."}))

    assert Career.objects.get().accepted == [{"check": "type-falling", "reason": "True."}]


@pytest.mark.parametrize("key", ["0", "99999999999999999999", "x", "_00", "%00", "٣", "1_2C2", "-1"])
@pytest.mark.parametrize("rest", ["change/", "history/", "history/1/", "delete/", ""])
def test_an_odd_address_is_no_error(as_editor, technicians, key, rest):
    response = as_editor.get(f"/admin/careers/career/{key}/{rest}", follow=True)

    assert response.status_code in {200, 404}
