"""Codes that stand for one another. ``hybrids.csv`` is our own table of the codes that OEWS and the projections use for
several SOC 2018 codes together, each with where we know it from."""

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

HYBRIDS = Path(__file__).with_name("hybrids.csv")


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
