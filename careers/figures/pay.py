"""What people in an occupation earn, in the nation and in one state."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from careers.figures.sourced import Origin
from careers.models.pay import AreaKind

YEAR, HOUR = "year", "hour"
COLUMNS = {YEAR: "annual", HOUR: "hourly"}
POINTS = {
    "p10": "One in ten earns at most",
    "p25": "One in four earns at most",
    "median": "Half earn at most (median)",
    "p75": "One in four earns at least",
    "p90": "One in ten earns at least",
}
TOP_CODED = "#"
Money = int | Decimal


@dataclass(frozen=True)
class Amount:
    """``value`` in dollars, or none; ``over``: it is more than the highest amount that is published."""

    value: Money | None
    over: bool = False

    @property
    def stated(self) -> bool:
        return self.value is not None or self.over

    @property
    def cell(self) -> str:
        """The same where there is little room; the page says what it means."""
        return "above the limit" if self.over else str(self)

    def __str__(self):
        if self.value is None:
            return "more than the highest amount published" if self.over else "not published"
        return f"${self.value:,}"


@dataclass(frozen=True)
class PlacePay:
    """Employment and pay in one place. ``covers`` names the group where the figures are for several occupations."""

    place: str
    kind: int
    covers: str
    as_of: date
    employment: int | None
    per_1000: float | None
    quotient: float | None
    amounts: dict[str, Amount]
    origin: Origin

    def at(self, unit: str) -> dict[str, Amount]:
        """The five points by name, per year or per hour."""
        return {point: self.amounts[f"{COLUMNS[unit]}_{point}"] for point in POINTS}

    def published(self, unit: str) -> bool:
        return any(amount.stated for amount in self.at(unit).values())

    @property
    def is_nation(self) -> bool:
        return self.kind == AreaKind.NATION

    @property
    def in_10000(self) -> str:
        """How many of 10,000 jobs there are of this kind."""
        share = (self.per_1000 or 0) * 10
        return f"{share:,.0f}" if share >= 1 else "fewer than 1"

    @property
    def how_common(self) -> str:
        """The location quotient in words; empty where none is published."""
        return common(self.quotient) if self.quotient is not None else ""


def common(quotient: float) -> str:
    if quotient >= 2:
        times = "twice" if quotient < 2.5 else f"{quotient:.0f} times"
        return f"about {times} as common as in the nation as a whole"
    if quotient >= 1.2:
        return "more common than in the nation as a whole"
    if quotient > 0.8:
        return "about as common as in the nation as a whole"
    return f"{'much ' if quotient <= 0.5 else ''}less common than in the nation as a whole"


@dataclass(frozen=True)
class PayFigures:
    nation: PlacePay | None
    state: PlacePay | None

    def __bool__(self):
        return bool(self.nation or self.state)

    @property
    def places(self) -> list[PlacePay]:
        return [place for place in (self.nation, self.state) if place]

    def any_over(self, unit: str) -> bool:
        return any(amount.over for place in self.places for amount in place.at(unit).values())

    @property
    def groups(self) -> list[tuple[str, str]]:
        """Where pay is published for several occupations together: the group's name, and the places."""
        names: dict[str, list[str]] = {}
        for place in self.places:
            names.setdefault(place.covers, []).append(place.place)
        return [(covers, " and ".join(places)) for covers, places in names.items() if covers]

    @property
    def origins(self) -> list[tuple[Origin, date, str]]:
        """Where the places' figures come from and when they are from, each release once."""
        names: dict[tuple[Origin, date], list[str]] = {}
        for place in self.places:
            names.setdefault((place.origin, place.as_of), []).append(place.place)
        return [(*key, " and ".join(places)) for key, places in names.items()]

    def unit(self, asked: str) -> str:
        """The unit asked for, or the other where pay is published in that alone, as for teachers and for actors."""
        other = HOUR if asked == YEAR else YEAR
        published = {unit: any(place.published(unit) for place in self.places) for unit in COLUMNS}
        return other if published[other] and not published[asked] else asked
