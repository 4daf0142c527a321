"""The filters of the career list, as its address states them."""

from typing import Any

import django_filters
from django import forms
from django.http import QueryDict

from careers import facets, search
from careers.models import Career, Education, Remote

SORTS = {
    "": "Title, A to Z",
    "-title": "Title, Z to A",
    "education": "Least education first",
    "newest": "Newest first",
}
LONGEST_QUERY = 200


class KnownChoices(forms.MultipleChoiceField):
    """Keeps the choices we know, so that an old or mistyped address still shows a list."""

    def clean(self, value):
        return super().clean([choice for choice in value or [] if choice and self.valid_value(choice)])

    def unknown(self, values):
        return [value for value in values if value and not self.valid_value(value)]


class KnownChoice(KnownChoices):
    """The last choice we know, or none."""

    widget = forms.Select

    def clean(self, value):
        kept = super().clean([value] if value else [])
        return kept[-1] if kept else ""

    def has_changed(self, initial, data):
        return initial != data


class Words(forms.CharField):
    """What was typed into the search box: cut where it is too long to be meant, and without what no database takes."""

    def to_python(self, value):
        return super().to_python((value or "").replace("\x00", ""))[:LONGEST_QUERY]


class WordsFilter(django_filters.CharFilter):
    field_class = Words


class ChoicesFilter(django_filters.MultipleChoiceFilter):
    field_class = KnownChoices


class ChoiceFilter(django_filters.Filter):
    field_class = KnownChoice


def levels(choices):
    return [(level.slug, level.label) for level in choices]


class CareerFilter(django_filters.FilterSet):
    """In a group a career matches any choice, between groups all. ``qs`` says it in SQL, ``careers.facets`` fast."""

    q = WordsFilter(method="by_words", label="Words in titles and summaries")
    category = ChoicesFilter(field_name="category__slug", label="Category")
    type = ChoicesFilter(field_name="types__slug", label="Type")
    education = ChoiceFilter(method="by_education", label="No more than")
    remote = ChoicesFilter(method="by_remote", label="Remote work")
    sort = ChoiceFilter(method="by_sort", label="Sort")

    class Meta:
        model = Career
        fields = []

    def __init__(self, *args, index: facets.Facets, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["category"].extra["choices"] = [(term.slug, term.name) for term in index.categories]
        self.filters["type"].extra["choices"] = [(term.slug, term.name) for term in index.types]
        self.filters["education"].extra["choices"] = levels(Education)
        self.filters["remote"].extra["choices"] = levels(Remote)
        self.filters["sort"].extra["choices"] = list(SORTS.items())

    @classmethod
    def read(cls, data: QueryDict, index: facets.Facets) -> tuple[dict[str, Any], list[str]]:
        """What an address chooses, by filter, and the choices in it that we do not have.

        The fields are made once for an index, since its choices are the index's. Nothing they clean is ever refused, so
        the form round them, which would copy each of them for each request, is left out.
        """
        if "fields" not in index.kept:
            index.kept["fields"] = cls(index=index).get_form_class().base_fields
        fields = index.kept["fields"].items()
        chosen = {name: field.clean(field.widget.value_from_datadict(data, {}, name)) for name, field in fields}
        choices = [(name, field) for name, field in fields if isinstance(field, KnownChoices)]
        return chosen, [value for name, field in choices for value in field.unknown(data.getlist(name))]

    def by_words(self, queryset, name, value):
        return queryset.filter(pk__in=[pk for tier in search.match(value) for pk in tier])

    def by_education(self, queryset, name, value):
        return queryset.filter(education__lte=Education[value.upper()])

    def by_remote(self, queryset, name, value):
        return queryset.filter(remote__in=[Remote[slug.upper()] for slug in value])

    def by_sort(self, queryset, name, value):
        return queryset
