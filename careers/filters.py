"""The filters of the career list, as its address states them."""

from functools import reduce
from math import isfinite
from operator import or_
from typing import Any

import django_filters
from django import forms
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Substr
from django.http import QueryDict

from careers import facets, glance, search, traits
from careers.bands import OUTLOOK, PAY, Band
from careers.models import Career, Education, ElementKind, Projection, Remote
from careers.official.crosswalk import groups
from careers.subjects import slug_of

SORTS = {
    "": "Title, A to Z",
    "-title": "Title, Z to A",
    "education": "Least education first",
    "pay": "Highest pay first",
    "openings": "Most openings first",
    "growth": "Fastest growing first",
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


def names(choices):
    return [(choice.slug, choice.label) for choice in choices]


def within(field: str, bands: tuple[Band, ...], slugs: list[str]) -> Q:
    """Figures that are in any of these bands."""
    ranges = [{f"{field}__gte": band.least, f"{field}__lt": band.below} for band in bands if band.slug in slugs]
    finite = [{name: value for name, value in each.items() if isfinite(value)} for each in ranges]
    return reduce(or_, (Q(**each) for each in finite))


def by_code(careers: QuerySet, figures: QuerySet, wanted: Q) -> QuerySet:
    """Careers whose figures are as wanted: those on their exact SOC code or, where there are none, on its group."""
    group = Case(*[When(soc=soc, then=Value(group)) for soc, group in groups().items()], default=Value(""))
    exact, together = figures.filter(code=OuterRef("soc")), figures.filter(code=OuterRef("group"))
    careers = careers.annotate(soc=Substr("code", 1, 7)).annotate(group=group)
    return careers.filter(Exists(exact.filter(wanted)) | ~Exists(exact) & Exists(together.filter(wanted)))


class CareerFilter(django_filters.FilterSet):
    """In a group a career matches any choice, between groups all. ``qs`` says it in SQL, ``careers.facets`` fast."""

    q = WordsFilter(method="by_words", label="Words in titles and summaries")
    category = ChoicesFilter(field_name="category__slug", label="Category")
    type = ChoicesFilter(field_name="types__slug", label="Type")
    education = ChoiceFilter(method="by_education", label="No more than")
    remote = ChoicesFilter(method="by_remote", label="Remote work")
    pay = ChoicesFilter(method="by_pay", label="Median pay a year", choices=names(PAY))
    outlook = ChoicesFilter(method="by_outlook", label="Number of jobs", choices=names(OUTLOOK))
    zone = ChoicesFilter(method="by_zone", label="Preparation", choices=names(traits.ZONE_CHOICES))
    subject = ChoicesFilter(method="by_subject", label="School subject")
    interest = ChoicesFilter(method="by_interest", label="Strongest interest", choices=names(traits.INTEREST_CHOICES))
    sort = ChoiceFilter(method="by_sort", label="Sort")

    class Meta:
        model = Career
        fields = []

    def __init__(self, *args, index: facets.Facets, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["subject"].extra["choices"] = list(index.subjects.items())
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
        return queryset.filter(pk__in=[pk for tier in search.match(value).tiers for pk in tier])

    def by_education(self, queryset, name, value):
        return queryset.filter(education__lte=Education[value.upper()])

    def by_remote(self, queryset, name, value):
        return queryset.filter(remote__in=[Remote[slug.upper()] for slug in value])

    def by_pay(self, queryset, name, value):
        top = Case(When(marks__annual_median="#", then=Value(glance.TOP_PAY)))
        figures = glance.national_pay().annotate(dollars=Coalesce("annual_median", top))
        return by_code(queryset, figures, within("dollars", PAY, value))

    def by_outlook(self, queryset, name, value):
        return by_code(queryset, Projection.objects.all(), within("percent", OUTLOOK, value))

    def by_zone(self, queryset, name, value):
        zones = traits.ratings([ElementKind.ZONE]).filter(value__in=[int(slug) for slug in value])
        return queryset.filter(code__in=zones.values("code"))

    def by_subject(self, queryset, name, value):
        """Neither database's way to look into a list of a JSON field is the other's, so Python looks."""
        named = queryset.values_list("pk", "subjects")
        return queryset.filter(pk__in=[pk for pk, names in named if not set(value).isdisjoint(map(slug_of, names))])

    def by_interest(self, queryset, name, value):
        places = [place for place, each in enumerate(traits.INTEREST_CHOICES, start=1) if each.slug in value]
        return queryset.annotate(strongest=traits.strongest()).filter(strongest__in=places)

    def by_sort(self, queryset, name, value):
        return queryset
