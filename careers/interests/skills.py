"""The careers in which chosen skills matter most, beside how much they matter in other jobs."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from careers.facets import Facets
from careers.figures.people import IMPORTANCE
from careers.interests.abilities import PLAIN
from careers.models import Career, Rating

MOST_CHOSEN = 5
WORTH_SAYING = 0.6  # more than in so many of the other careers


class Needed(NamedTuple):
    """How much one career needs a skill: ``above`` is the share of careers that need it less, ``value`` 1 to 5."""

    above: float
    value: float


@dataclass(frozen=True)
class Said:
    """Why a career is where it is, of one skill."""

    name: str
    needed: Needed

    @property
    def words(self) -> str:
        importance = IMPORTANCE[min(max(int(self.needed.value + 0.5), 1), 5)].lower()
        return f"{importance}{self.more}"

    @property
    def more(self) -> str:
        above = self.needed.above
        if above >= 1:
            return ", more than in any other career here"
        return f", more than in {min(above, 0.99):.0%} of careers" if above >= WORTH_SAYING else ""


def known(keys: list[str]) -> tuple[list[str], list[str]]:
    """The skills of an address that we have, each once, and what else it says."""
    once = list(dict.fromkeys(key for key in keys if key))
    return [key for key in once if key in PLAIN], [key for key in once if key not in PLAIN]


def ranked(chosen: list[str], index: Facets) -> list[tuple[int, list[Said]]]:
    """The key of each career that is rated on all of them, the best first, with why.

    They are in order of the mean share of careers that need the skill less; of equals, the first title.
    """
    tables = [(PLAIN[key], table(key, index)) for key in chosen]
    shared = set.intersection(*(set(each) for _, each in tables)) if tables else set()
    places = index.places
    ordered = sorted(shared, key=lambda key: (-sum(each[key].above for _, each in tables), places[key]))
    return [(key, [Said(name, each[key]) for name, each in tables]) for key in ordered]


def table(element: str, index: Facets) -> dict[int, Needed]:
    """How much each published career needs a skill. Kept with the index, as are all that were asked for."""
    name = f"skill {element}"
    if name not in index.kept:
        rows = Rating.objects.filter(element__key=element, suppress=False).order_by()
        by_code = dict(rows.values_list("code", "value"))
        values = {key: by_code[code] for key, code in codes(index) if code in by_code}
        rising = sorted(values.values())
        share = max(1, len(rising) - 1)
        index.kept[name] = {key: Needed(bisect_left(rising, value) / share, value) for key, value in values.items()}
    return index.kept[name]


def codes(index: Facets) -> list[tuple[int, str]]:
    if "codes" not in index.kept:
        rows = Career.objects.published().exclude(code="").order_by().values_list("pk", "code")
        index.kept["codes"] = [row for row in rows if row[0] in index.places]
    return index.kept["codes"]
