"""What O*NET says of an occupation that lists are filtered by: its job zone, and its strongest interest."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db.models import Case, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce

from careers.figures.people import INTERESTS, LETTERS, ZONES
from careers.models import ElementKind, Rating

KINDS = (ElementKind.ZONE, ElementKind.HIGH_POINT, ElementKind.INTEREST)
UPPER_HALF = 4  # an interest is rated 1 to 7; one that is not above the middle is nobody's strongest


class Choice(NamedTuple):
    slug: str
    label: str


class Traits(NamedTuple):
    """The slugs of a job zone and of an interest; empty where O*NET does not say."""

    zone: str = ""
    interest: str = ""


LIKES = ("Making and mending", "Finding out", "Creating", "Helping people", "Leading and selling", "Keeping order")
ZONE_CHOICES = tuple(Choice(str(number), f"{number}: {words[0]}") for number, words in ZONES.items())
INTEREST_CHOICES = tuple(
    Choice(name.lower(), f"{like} ({name})")
    for like, (name, _) in zip(LIKES, (INTERESTS[letter] for letter in LETTERS), strict=True)
)
NOTHING = Traits()


def read() -> dict[str, Traits]:
    """By O*NET-SOC code, in one query."""
    rows = ratings(KINDS).order_by("element__key").values_list("code", "element__kind", "element__name", "value")
    found: dict[str, dict[str, list[tuple[str, float]]]] = {}
    for code, kind, name, value in rows:
        found.setdefault(code, {}).setdefault(kind, []).append((name, value))
    return {code: traits_of(kinds.get) for code, kinds in found.items()}


def traits_of(scores: Callable[..., Iterable[tuple[str, float]]]) -> Traits:
    zones = [str(int(value)) for _, value in scores(ElementKind.ZONE, ())]
    points = [int(value) for _, value in scores(ElementKind.HIGH_POINT, ()) if 1 <= value <= len(LETTERS)]
    rated = [(value, name) for name, value in scores(ElementKind.INTEREST, ()) if value > UPPER_HALF]
    interest = INTEREST_CHOICES[points[0] - 1].slug if points else max(rated, key=first, default=(0, ""))[1].lower()
    return Traits(zones[0] if zones else "", interest)


def first(pair: tuple[float, str]) -> float:
    return pair[0]


def ratings(kinds: Iterable[str]) -> QuerySet[Rating]:
    """What O*NET advises against showing is no ground for a filter either."""
    return Rating.objects.filter(element__kind__in=list(kinds), suppress=False)


def strongest() -> Coalesce:
    """The same of a career in SQL: the place of its strongest interest in RIASEC, from 1."""
    of_career = ratings(KINDS).filter(code=OuterRef("code"))
    points = of_career.filter(element__kind=ElementKind.HIGH_POINT, value__gte=1).order_by("element__key")
    rated = of_career.filter(element__kind=ElementKind.INTEREST, value__gt=UPPER_HALF).order_by(
        "-value", "element__key"
    )
    names = [INTERESTS[letter][0] for letter in LETTERS]
    whens = [When(element__name=name, then=Value(place)) for place, name in enumerate(names, start=1)]
    place = Case(*whens, output_field=IntegerField())
    return Coalesce(
        Cast(Subquery(points.values("value")[:1]), IntegerField()),
        Subquery(rated.annotate(place=place).order_by("-value", "element__key").values("place")[:1]),
    )
