"""The order of careers by what matters to a student, and in a sentence why each is where it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careers.comparing.measures import MEASURES, Likes, Measure, Points
from careers.comparing.reading import Compared

# What counts where nothing is known: neither for nor against.
UNKNOWN = 0.5
TELLING = 0.005
PLACES = ("first", "second", "third", "fourth")
LEVELS = ((0, "Not at all"), (1, "A little"), (2, "Quite a bit"), (3, "A lot"))


@dataclass(frozen=True)
class Ranked:
    """``place`` is 0 for the first, and for whatever is as good; ``why`` is empty where nothing is weighed."""

    compared: Compared
    place: int = 0
    why: str = ""


@dataclass(frozen=True)
class Edge:
    """By how much a measure, as it is weighed, puts a career ahead of the mean of the others."""

    measure: Measure
    ahead: float


def rank(careers: Sequence[Compared], weights: Mapping[str, int], likes: Likes) -> list[Ranked]:
    """The best first; in the order given where nothing is weighed, and among equals."""
    weighed = [measure for measure in MEASURES if weights.get(measure.key)]
    if not weighed or len(careers) < 2:
        return [Ranked(each) for each in careers]
    points = {measure.key: measure.points(careers, likes) for measure in weighed}
    totals = [total(place, points, weights) for place in range(len(careers))]
    order = sorted(range(len(careers)), key=lambda place: -totals[place])
    return [
        Ranked(careers[place], better(totals, place), reason(place, totals, weighed, points, weights))
        for place in order
    ]


def total(place: int, points: Mapping[str, Points], weights: Mapping[str, int]) -> float:
    """From 0 to 1; rounded, so that what is equal ranks as equal."""
    got = sum(weights[key] * known(of_all[place]) for key, of_all in points.items())
    return round(got / sum(weights[key] for key in points), 6)


def known(points: float | None) -> float:
    return UNKNOWN if points is None else points


def better(totals: Sequence[float], place: int) -> int:
    """How many are ahead."""
    return sum(other > totals[place] for other in totals)


def reason(place: int, totals, weighed: Sequence[Measure], points, weights: Mapping[str, int]) -> str:
    found = [each for each in weighed if points[each.key][place] is not None]
    edges = [Edge(each, ahead(place, points[each.key]) * weights[each.key]) for each in found]
    unknown = [each.label.lower() for each in weighed if each not in found]
    rank = better(totals, place)
    equal = "equal " if totals.count(totals[place]) > 1 else ""
    missing = f" Not known here, so it counts as half: {', '.join(unknown)}." if unknown else ""
    return f"Comes {equal}{PLACES[rank]}{because(rank, edges, weights)}.{missing}"


def ahead(place: int, points: Points) -> float:
    others = [known(each) for other, each in enumerate(points) if other != place]
    return known(points[place]) - sum(others) / len(others)


def because(rank: int, edges: Sequence[Edge], weights: Mapping[str, int]) -> str:
    """What puts it ahead most, and further down what holds it back most before that."""
    if not edges:
        return ""
    best, worst = max(edges, key=lambda edge: edge.ahead), min(edges, key=lambda edge: edge.ahead)
    gains, loses = best.ahead > TELLING, worst.ahead < -TELLING
    if rank and loses:
        return f" because {worst.measure.less}" + (f", though {best.measure.more}" if gains else "")
    if gains:
        return f" because {best.measure.more}, and that weighs {how_much(best.measure.key, weights)} with you"
    return ": what you weigh does not set it apart"


def how_much(key: str, weights: Mapping[str, int]) -> str:
    others = [weight for other, weight in weights.items() if other != key and weight]
    if others and weights[key] > max(others):
        return "most"
    return dict(LEVELS)[weights[key]].lower()
