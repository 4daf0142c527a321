"""The lists and forms of the categories and the types."""

import pytest

from tests.careers.admin_pages import errors, save
from tests.factories import CareerFactory


@pytest.mark.parametrize("model", ["category", "careertype"])
def test_a_list_says_how_many_careers_a_term_has(as_editor, technicians, model):
    CareerFactory(category=technicians.category, types=[technicians.typings.get().type])

    page = as_editor.get(f"/admin/careers/{model}/").content.decode()

    assert '<td class="field-career_count">2</td>' in page
    assert "column-career_count" in page


@pytest.mark.parametrize("model", ["category", "careertype"])
def test_a_term_without_its_name_is_asked_for_it(as_editor, model):
    found = errors(save(as_editor, f"/admin/careers/{model}/add/", name="", description=""))

    assert found["name"] == ["Give it a name."]
    assert found["description"] == ["Describe it in one sentence."]


def test_a_colour_is_chosen_by_its_name(as_editor, education):
    url = f"/admin/careers/category/{education.pk}/change/"
    page = as_editor.get(url).content.decode()
    save(as_editor, url, hue="262")

    education.refresh_from_db()
    assert "blue (262°)" in page
    assert page.count('name="hue"') == 16
    assert education.hue == 262
