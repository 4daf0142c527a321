"""The geometry of the charts: places and widths in per cent of the drawing, which text beside it never shrinks with."""

from collections.abc import Sequence
from dataclasses import dataclass

from careers.figures.pay import Amount, PlacePay

# Room to the right of the highest amount, for the words beside it.
HEADROOM = 1.35
# A range narrower than this has no room beneath it for two amounts.
NARROW = 40
SHORTEST = 0.5


@dataclass(frozen=True)
class Span:
    x: float
    width: float


@dataclass(frozen=True)
class Mark:
    """A word at a place: ``anchor`` is the end of it that stands there."""

    x: float
    words: str
    anchor: str


@dataclass(frozen=True)
class PayBar:
    """The line of one place: the whole range, the middle half, the median, and the amounts at its ends."""

    place: str
    whole: Span
    middle: Span | None
    median: Mark | None
    ends: list[Mark]


@dataclass(frozen=True)
class Bar:
    label: str
    words: str
    width: float


def pay_bars(places: Sequence[PlacePay], unit: str) -> list[PayBar]:
    """One line a place that has an amount, all on one scale that begins at $0."""
    points = {place.place: place.at(unit) for place in places}
    drawn = {place: at for place, at in points.items() if any(amount.value for amount in at.values())}
    known = [float(amount.value) for at in drawn.values() for amount in at.values() if amount.value]
    if not known:
        return []
    scale = 100 / (max(known) * HEADROOM)
    return [pay_bar(place, at, scale) for place, at in drawn.items()]


def pay_bar(place: str, points: dict[str, Amount], scale: float) -> PayBar:
    at = {point: position(amount, scale) for point, amount in points.items()}
    found = {point: x for point, x in at.items() if x is not None}
    least, most = min(found.values()), max(found.values())
    middle = Span(found["p25"], round(found["p75"] - found["p25"], 1)) if {"p25", "p75"} <= found.keys() else None
    median = Mark(found["median"], str(points["median"]), anchor(found["median"])) if points["median"].value else None
    return PayBar(place, Span(least, round(most - least, 1)), middle, median, ends(points, found, most - least))


def position(amount: Amount, scale: float) -> float | None:
    """More than the highest amount published is drawn to the end of the scale."""
    if amount.value is None:
        return 100 if amount.over else None
    return round(float(amount.value) * scale, 1)


def ends(points: dict[str, Amount], found: dict[str, float], width: float) -> list[Mark]:
    """The lowest and the highest tenth: under the line, or where it is short, to its left and right."""
    inside = width >= NARROW
    anchors = {"p10": "start" if inside else "end", "p90": "end" if inside else "start"}
    named = [(point, anchor) for point, anchor in anchors.items() if point in found and points[point].value]
    return [Mark(found[point], str(points[point]), anchor) for point, anchor in named]


def anchor(x: float) -> str:
    """A word stands in the middle over its place, but not across the edge of the drawing."""
    if x < 12:
        return "start"
    return "end" if x > 85 else "middle"


def bars(values: Sequence[tuple[str, str, float]], most: float | None = None) -> list[Bar]:
    """Label, words and value of each: as long as its value, on a scale that ends at ``most`` or at the longest."""
    scale = 100 / (most or max((value for *_, value in values), default=0) or 1)
    return [Bar(label, words, max(round(value * scale, 1), SHORTEST)) for label, words, value in values]
