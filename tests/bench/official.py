"""A portal with every occupation of O*NET and all figures on them, and what is asked of it.

Run as ``python -m tests.bench.official`` with ``DATABASE_URL`` set, on a database that ``tests.bench.imports`` filled:
it makes the careers and prints some of them as JSON, ``[[slug, title], …]``. With ``--sections`` it gives each of those
careers all the sections it lacks.
"""

import json
import sys
from random import Random
from urllib.parse import urlencode

import django

from tests.bench import generate
from tests.bench.lines import PASS, Line, comparison, filters, finder, narrow, pages, searches, suggestions

NAME = "Every occupation"
IN_FULL = "Every occupation, all sections"
SIZE = 1016


def prepare() -> list[tuple[str, str]]:
    from django.core.management import call_command

    from careers.models import Career

    for command in (["createcachetable"], ["load_content"], ["draft_careers", "--from-onet", "--publish"]):
        call_command(*command, verbosity=0, stdout=sys.stderr)
    careers = list(Career.objects.published().order_by("slug").values_list("slug", "title"))
    return Random("official").sample(careers, PASS)


def fill() -> None:
    """Drafts of occupations have few sections: the others are written as those of generated careers are."""
    from django.db import transaction

    from careers import search
    from careers.models import Career, ContentVersion, Section

    there = set(Section.objects.values_list("career_id", "key"))
    careers = Career.objects.order_by("pk")
    made = [each for number, career in enumerate(careers) for each in generate.sections(career, number)]
    with transaction.atomic():
        lacking = [each for each in made if (each.career_id, each.key) not in there]
        Section.objects.bulk_create(lacking, batch_size=500)
        search.renew(careers)
        ContentVersion.bump()


def lines(careers: list[tuple[str, str]]) -> tuple[Line, ...]:
    def profiles(size: int) -> list[str]:
        return [f"/careers/{slug}/" for slug, _ in careers]

    def fours(size: int) -> list[str]:
        return comparison([slug for slug, _ in careers])

    def ways(size: int) -> list[str]:
        pairs = zip(careers, careers[1:] + careers[:1], strict=True)
        return [f"/paths/?{urlencode({'from': start, 'to': goal})}" for (start, _), (goal, _) in pairs]

    def by_title(size: int) -> list[str]:
        return searches(first_words(careers))

    def where_they_lead(size: int) -> list[str]:
        return [f"/careers/{slug}/paths/" for slug, _ in careers]

    return (
        Line(f"{NAME}: profile, first read", profiles, 5, first=True),
        Line(f"{NAME}: profile, repeated", profiles, 2.5),
        Line(f"{NAME}: list, first read", pages, 8, first=True),
        Line(f"{NAME}: filter by 2 categories and 2 types, first read", narrow, 8, first=True),
        Line(f"{NAME}: search by a word of a title, first read", by_title, 12, first=True),
        Line(f"{NAME}: the way from one to another, first read", ways, 50, first=True),
        Line(f"{NAME}: where it leads, first read", where_they_lead, 50, first=True),
        Line(f"{NAME}: finder, first read", finder, 20, first=True),
        Line(f"{NAME}: compare four, first read", fours, 20, first=True),
    )


def searches_of_all(careers: list[tuple[str, str]]) -> tuple[Line, ...]:
    """What is searched with all sections and all titles."""
    found = dict.fromkeys(max(title.replace(",", " ").split(), key=len) for _, title in careers)

    def by_title(size: int) -> list[str]:
        return searches(first_words(careers))

    def with_filters(size: int) -> list[str]:
        chosen = [address.partition("?")[2] for address in filters(6, 4)]
        return [f"{address}&{more}" for address, more in zip(searches(list(found)), chosen, strict=False)]

    def suggested(size: int) -> list[str]:
        return suggestions(dict.fromkeys(title[:length] for _, title in careers for length in (3, 6)))

    return (
        Line(f"{IN_FULL}: search by a word of a title, first read", by_title, 12, first=True),
        Line(f"{IN_FULL}: search with filters and counts, first read", with_filters, 25, served=60, first=True),
        Line(f"{IN_FULL}: suggestions, first read", suggested, 12, served=30, first=True),
    )


def first_words(careers: list[tuple[str, str]]) -> list[str]:
    return list(dict.fromkeys(title.split()[0].strip(",") for _, title in careers))


if __name__ == "__main__":
    django.setup()
    if "--sections" in sys.argv:
        fill()
    else:
        sys.stdout.write(json.dumps(prepare()))
