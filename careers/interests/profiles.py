"""The interest profiles of all published careers: six floats each, read once a process for a state of the content."""

from collections import defaultdict
from dataclasses import dataclass

from careers.facets import Facets
from careers.interests.agreement import Six, direction
from careers.interests.statements import LETTERS
from careers.models import Career, ElementKind, Rating


@dataclass(frozen=True)
class Profiles:
    """``directions`` by the key of the career, in the order of titles. ``release`` names where they are from."""

    directions: dict[int, Six]
    without: int
    release: str = ""


def current(index: Facets) -> Profiles:
    """Kept with the index, whose stamp is new after each change of content and each import."""
    if "interests" not in index.kept:
        index.kept["interests"] = build(index)
    return index.kept["interests"]


def build(index: Facets) -> Profiles:
    scores, release = ratings()
    codes = dict(Career.objects.published().order_by().values_list("pk", "code"))
    shown = [(key, codes[key]) for key in index.keys if key in codes]
    found = {key: direction(scores[code]) for key, code in shown if len(scores.get(code, ())) == len(LETTERS)}
    directions = {key: six for key, six in found.items() if six is not None}
    return Profiles(directions, len(shown) - len(directions), release)


def ratings() -> tuple[dict[str, list[float]], str]:
    """O*NET's six ratings by code, in the order of RIASEC, which is that of their keys; and the release's name."""
    rows = Rating.objects.filter(element__kind=ElementKind.INTEREST).order_by("element__key")
    scores: dict[str, list[float]] = defaultdict(list)
    for code, value in rows.values_list("code", "value"):
        scores[code].append(value)
    return scores, rows.values_list("source__release", flat=True).first() or ""
