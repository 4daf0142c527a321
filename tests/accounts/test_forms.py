"""The template pack: what every form of the site looks like to a browser and to a screen reader."""

import pytest
from django import forms
from django.template import Context, Template


class Sample(forms.Form):
    title = forms.CharField(label="Title", help_text="In a few words.")
    level = forms.ChoiceField(choices=[("a", "One"), ("b", "Two")], widget=forms.RadioSelect, help_text="Choose one.")
    agreed = forms.BooleanField(label="I agree")
    token = forms.CharField(widget=forms.HiddenInput)


@pytest.fixture(params=["{{ form|crispy }}", "{% crispy form %}"])
def draw(request):
    def html(form):
        template = Template("{% load crispy_forms_tags %}" + request.param)
        return " ".join(template.render(Context({"form": form})).split())

    return html


def test_hints_are_tied_to_their_fields(draw):
    html = draw(Sample())

    assert '<p class="hint" id="id_title_helptext">In a few words.</p>' in html
    assert 'aria-describedby="id_title_helptext"' in html
    assert '<label for="id_title">Title</label>' in html


def test_errors_are_tied_to_their_fields(draw):
    html = draw(Sample({}))

    assert '<ul class="errorlist" id="id_title_error"><li>This field is required.</li></ul>' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html


def test_a_summary_links_to_the_fields(draw):
    html = draw(Sample({}))

    assert 'role="alert"' in html
    for name in ("title", "level", "agreed"):
        assert f'<a href="#id_{name}">' in html
        assert f'id="id_{name}"' in html
    assert "Token: This field is required." in html


def test_the_summary_names_a_field_once(draw):
    form = Sample({})
    form.add_error("title", "And another thing.")
    html = draw(form)

    assert html.count('<a href="#id_title">') == 1
    assert html.count("And another thing.") == 1


def test_a_form_that_fits_has_no_summary(draw):
    assert "error-summary" not in draw(Sample())


def test_choices_are_a_group_with_a_legend(draw):
    html = draw(Sample({}))

    assert 'aria-describedby="id_level_helptext id_level_error"> <legend>Level</legend>' in html
    assert '<label class="option"><input type="radio"' in html


def test_a_tick_stands_before_its_words(draw):
    assert '<label class="option" for="id_agreed"><input type="checkbox" name="agreed"' in draw(Sample())


def test_nothing_typed_becomes_part_of_the_page(draw):
    evil = '"><script>alert(1)</script>'

    assert "<script>" not in draw(Sample({"title": evil, "level": evil, "agreed": evil, "token": evil}))


def test_the_tag_brings_its_form():
    html = Template("{% load crispy_forms_tags %}{% crispy form %}").render(Context({"form": Sample()}))

    assert '<form method="post" class="form">' in " ".join(html.split())
