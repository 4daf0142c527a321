"""A portal with every occupation of O*NET and all figures on them, and what is asked of it.

Run as ``python -m tests.bench.official`` with ``DATABASE_URL`` set, on a database that ``tests.bench.imports`` filled:
it makes the careers and prints some of them as JSON, ``[[slug, title], …]``.
"""

import json
import sys
from random import Random
from urllib.parse import urlencode

import django

from tests.bench.lines import PASS, Line, narrow, pages, searches

NAME = "Every occupation"
SIZE = 1016


def prepare() -> list[tuple[str, str]]:
    from django.core.management import call_command

    from careers.models import Career

    for command in (["createcachetable"], ["load_content"], ["draft_careers", "--from-onet", "--publish"]):
        call_command(*command, verbosity=0, stdout=sys.stderr)
    careers = list(Career.objects.published().order_by("slug").values_list("slug", "title"))
    return Random("official").sample(careers, PASS)


def lines(careers: list[tuple[str, str]]) -> tuple[Line, ...]:
    def profiles(size: int) -> list[str]:
        return [f"/careers/{slug}/" for slug, _ in careers]

    def by_title(size: int) -> list[str]:
        return searches(list(dict.fromkeys(title.split()[0].strip(",") for _, title in careers)))

    def ways(size: int) -> list[str]:
        pairs = zip(careers, careers[1:] + careers[:1], strict=True)
        return [f"/paths/?{urlencode({'from': start, 'to': goal})}" for (start, _), (goal, _) in pairs]

    def where_they_lead(size: int) -> list[str]:
        return [f"/careers/{slug}/paths/" for slug, _ in careers]

    return (
        Line(f"{NAME}: profile, first read", profiles, 5, first=True),
        Line(f"{NAME}: profile, repeated", profiles, 2.5),
        Line(f"{NAME}: list, first read", pages, 8, first=True),
        Line(f"{NAME}: filter by 2 categories and 2 types, first read", narrow, 8, first=True),
        Line(f"{NAME}: the way from one to another, first read", ways, 50, first=True),
        Line(f"{NAME}: where it leads, first read", where_they_lead, 50, first=True),
        Line(f"{NAME}: search by a word of a title, first read", by_title, 12, first=True),
    )


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(json.dumps(prepare()))
