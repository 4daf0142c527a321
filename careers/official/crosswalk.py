"""Codes that stand for one another. ``hybrids.csv`` is our own table of the codes that OEWS and the projections use for
several SOC 2018 codes together, each with where we know it from."""

import csv
from collections import defaultdict
from collections.abc import Collection
from functools import cache
from pathlib import Path

from careers.models import Occupation

HYBRIDS = Path(__file__).with_name("hybrids.csv")
GROUP = "totals or groups of occupations"
UNKNOWN = "with a code that no occupation has"


@cache
def groups() -> dict[str, str]:
    """SOC 2018 code to the code of the group that official pay and projections have it in."""
    with HYBRIDS.open(encoding="utf-8", newline="") as stream:
        return {row["soc_code"]: row["group_code"] for row in csv.DictReader(stream)}


@cache
def members() -> dict[str, list[str]]:
    """The other way round: a group's code to its SOC codes."""
    found = defaultdict(list)
    for code, group in groups().items():
        found[group].append(code)
    return dict(found)


def codes_of(code: str) -> tuple[str, str, str]:
    """Where figures on an O*NET-SOC code may stand, the most exact first: itself, its SOC code, its group's code.

    ``25-9042.00`` gives ``("25-9042.00", "25-9042", "25-9045")``; what there is none of is empty.
    """
    soc = code[:7]
    return code, soc, groups().get(soc, "")


def reached() -> set[str]:
    """Every code at which an occupation of O*NET finds its pay and outlook; empty before O*NET is imported."""
    occupations = Occupation.objects.values_list("code", flat=True)
    return {code for occupation in occupations for code in codes_of(occupation)[1:] if code}


def is_detailed(code: str) -> bool:
    """Whether a code is one occupation, or one of our groups that stand in for it: other codes end in 0."""
    return code in members() or not code.endswith("0")


def why_unmatched(code: str, known: Collection[str]) -> str:
    """Why no occupation has figures on this code, ``known`` being ``reached()``; empty where one has."""
    if not is_detailed(code):
        return GROUP
    return "" if code in known or not known else UNKNOWN
