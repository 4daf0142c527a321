"""The careers to compare, in a few queries for all of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from careers.comparing.asking import MOST, MOST_ASKED
from careers.figures.brief import Brief, briefs
from careers.models import Career, Section, Typing
from careers.models.career import today
from careers.prepared import Prepared
from careers.reading import CATEGORY_SHOWN, SHOWN, career_of
from careers.sections import Entry

SLUGS = [f"slug{place}" for place in range(MOST_ASKED)]
PKS = [f"pk{place}" for place in range(MOST)]
# What the profile's buttons go by: on a page with several careers it would stand there twice.
MARKS = re.compile(r'(?<=<li) id="[^"]*"(?=>)|<!--item:[^>]*-->')


@dataclass(frozen=True)
class Compared:
    """A career with what a comparison shows of it. ``texts`` is the HTML of the sections asked for, by key."""

    career: Career
    types: list[str]
    figures: Brief
    texts: dict[str, str] = field(default_factory=dict)


def public(day: date, **slugs: str) -> QuerySet:
    found = Career.objects.published(on=day).filter(slug__in=list(slugs.values()))
    return found.order_by().values_list(*SHOWN, *CATEGORY_SHOWN)


PUBLIC = Prepared(public, day=date, **dict.fromkeys(SLUGS, str))
TYPES = Prepared(
    lambda **pks: (
        Typing.objects.filter(career__in=list(pks.values())).order_by("position").values_list("career_id", "type__name")
    ),
    **dict.fromkeys(PKS, int),
)


def find(slugs: Sequence[str], user) -> list[Career]:
    """Those of these careers that this person may see, in this order."""
    if not slugs:
        return []
    rows = PUBLIC.rows(day=today(), **dict.fromkeys(SLUGS, "") | dict(zip(SLUGS, slugs, strict=False)))
    found = {career.slug: career for career in (career_of(SHOWN, row) for row in rows)}
    missing = [slug for slug in slugs if slug not in found]
    if missing and user.is_authenticated:
        careers = Career.objects.visible_to(user).select_related("category")
        found |= {career.slug: career for career in careers.filter(slug__in=missing)}
    return [found[slug] for slug in slugs if slug in found]


def read(careers: Sequence[Career], sections: Iterable[Entry]) -> list[Compared]:
    if not careers:
        return []
    types, texts = types_of(careers), texts_of(careers, [entry.key for entry in sections])
    figures = briefs({career.code for career in careers})
    return [Compared(career, types[career.pk], figures[career.code], texts[career.pk]) for career in careers]


def types_of(careers: Sequence[Career]) -> dict[int, list[str]]:
    types = defaultdict(list)
    keys = (career.pk for career in careers)
    for pk, name in TYPES.rows(**dict.fromkeys(PKS, 0) | dict(zip(PKS, keys, strict=False))):
        types[pk].append(name)
    return types


def texts_of(careers: Sequence[Career], keys: list[str]) -> dict[int, dict[str, str]]:
    texts: dict[int, dict[str, str]] = defaultdict(dict)
    if keys:
        rows = Section.objects.filter(career__in=careers, key__in=keys).values_list("career_id", "key", "html")
        for pk, key, html in rows:
            texts[pk][key] = MARKS.sub("", html)
    return texts
