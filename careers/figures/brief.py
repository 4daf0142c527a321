"""What a comparison shows of an occupation's figures: far less than a profile does, and kept in the process."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from careers.figures.jobs import JobsFigures
from careers.figures.pay import YEAR, PlacePay
from careers.figures.people import LETTERS, Interest, OnetFigures, Score
from careers.figures.reading import read_figures
from careers.figures.shown import TOKENS
from careers.figures.sourced import Origin
from careers.glance import TOP_PAY
from careers.models import ElementKind

MOST_KEPT = 2_000
LEVELS_SHOWN = 3


@dataclass(frozen=True)
class Brief:
    """``profile`` is the six ratings of interests in the order of RIASEC, ``schooling`` the levels named most."""

    pay: PlacePay | None = None
    jobs: JobsFigures | None = None
    zone: int | None = None
    zone_name: str = ""
    interests: tuple[Interest, ...] = ()
    profile: tuple[float, ...] = ()
    schooling: tuple[Score, ...] = ()
    skills: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()

    @property
    def median(self) -> float | None:
        """Dollars a year in the nation; what is above the highest amount published is that amount."""
        if self.pay is None:
            return None
        amount = self.pay.at(YEAR)["median"]
        return TOP_PAY if amount.over else amount.value


NOTHING = Brief()


def briefs(codes: Iterable[str]) -> dict[str, Brief]:
    """By code; a career without a code has no figures."""
    tokens = tuple(token for (token,) in TOKENS.rows())
    return {code: brief_of(code, tokens) if code and tokens else NOTHING for code in codes}


@lru_cache(maxsize=MOST_KEPT)
def brief_of(code: str, tokens: tuple[uuid.UUID, ...]) -> Brief:
    """``tokens`` are what it is good for: the imports as they stand."""
    figures = read_figures(code)
    pay, jobs, onet = figures.pay.nation, figures.jobs, figures.onet
    origins = [part.origin for part in (pay, jobs, *onet.kinds.values()) if part]
    return Brief(
        pay,
        jobs,
        onet.zone,
        onet.zone_name,
        tuple(onet.interests),
        profile_of(onet),
        most_named(onet),
        best(onet, ElementKind.SKILL),
        best(onet, ElementKind.KNOWLEDGE),
        tuple(dict.fromkeys(origins)),
    )


def profile_of(onet: OnetFigures) -> tuple[float, ...]:
    ratings = {score.name[0]: score.value for score in onet.of(ElementKind.INTEREST)}
    return tuple(ratings[letter] for letter in LETTERS) if ratings.keys() >= set(LETTERS) else ()


def most_named(onet: OnetFigures) -> tuple[Score, ...]:
    """The levels of schooling that most people in the job named, the most frequent first."""
    ranked = sorted(onet.of(ElementKind.EDUCATION), key=lambda score: (-score.value, score.category))
    return tuple(score for score in ranked[:LEVELS_SHOWN] if score.value > 0)


def best(onet: OnetFigures, kind: ElementKind) -> tuple[str, ...]:
    return tuple(score.name for score in onet.kinds[kind].best) if kind in onet.kinds else ()
