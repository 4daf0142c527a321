"""Which career leads to which, held in the process.

A step is known where an editor wrote it down (``LeadsTo``). Others come from O*NET, which says what is alike in work
and skills but not which comes first: such a step goes from less preparation to more, or to as much. Both kinds can
run in circles. The graph is kept with the index of facets, so it is made anew when the content, a release of figures
or the date changes: imports move the content version together with the token of their source.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from careers import facets
from careers.models import Career, Education, ElementKind, LeadsTo, Rating, RelatedOccupation
from careers.prepared import Prepared

# What a step costs when ways are compared: a step outweighs any years, and years outweigh how much alike two jobs are.
STEP, MONTH = 1 << 40, 1 << 16
# Years of study after school that each level takes at least.
STUDY = {
    Education.NONE: 0,
    Education.SCHOOL: 0,
    Education.CERTIFICATE: 1,
    Education.ASSOCIATE: 2,
    Education.BACHELOR: 4,
    Education.MASTER: 6,
    Education.DOCTORATE: 8,
}
UNKNOWN_YEARS = 2
MOST_YEARS = 30
NO_RANK = 1_000
NUMBER = re.compile(r"\d{1,3}(?:\.\d)?", re.ASCII)

# The rank of a step (below 0 where it is known, then O*NET's own, 1 the nearest), the place it goes to, its cost.
Link = tuple[int, int, int]


class Node(NamedTuple):
    slug: str
    title: str
    name_key: str
    code: str
    education: int | None
    zone: int | None
    pay: int | None
    pay_words: str


class Stated(NamedTuple):
    """What an editor says of a step."""

    needs: str
    years: str


@dataclass(frozen=True)
class Graph:
    """``onward`` and ``earlier`` hold the links of each place, the best first; ``stated`` the known steps.
    ``kept`` is for what pages make of it, ``other_names`` for who is asked for by another name than the title."""

    nodes: list[Node]
    places: dict[str, int]
    onward: list[list[Link]]
    earlier: list[list[Link]]
    stated: dict[tuple[int, int], Stated]
    pay_from: str
    onet: str
    kept: dict[str, str] = field(default_factory=dict)
    other_names: dict[str, list[int]] = field(default_factory=dict)

    def leads(self, before: int, after: int) -> bool:
        return any(place == after for _, place, _ in self.onward[before])


CAREERS = ("pk", "slug", "title", "name_key", "code", "education")
ZONES = Prepared(
    lambda: Rating.objects.filter(element__kind=ElementKind.ZONE, suppress=False).values_list("code", "value")
)
ALIKE = Prepared(lambda: RelatedOccupation.objects.order_by().values_list("code", "to_code", "rank"))
RELEASE = Prepared(lambda: RelatedOccupation.objects.order_by().values_list("source__release")[:1])


def current(*, drafts: bool = False) -> Graph:
    """The graph as of now; with drafts for whoever may see them."""
    index, key = facets.current(), f"paths, drafts: {drafts}"
    if key not in index.kept:
        index.kept[key] = build(drafts)
    return index.kept[key]


def build(drafts: bool) -> Graph:
    careers = Career.objects.all() if drafts else Career.objects.published()
    rows = list(careers.order_by("title", "pk").values_list(*CAREERS))
    figures, zones = facets.current().figures, dict(ZONES.rows())
    nodes = []
    for _, *words, code, education in rows:
        glance = figures.of(code)
        nodes.append(Node(*words, code, education, zones.get(code), glance.pay, glance.pay_words))
    places = {node.slug: place for place, node in enumerate(nodes)}
    release = next((release for (release,) in RELEASE.rows()), "")
    graph = Graph(nodes, places, [[] for _ in nodes], [[] for _ in nodes], {}, figures.pay_from, release)
    add_known(graph, {row[0]: place for place, row in enumerate(rows)})
    add_official(graph)
    for links in (*graph.onward, *graph.earlier):
        links.sort()
    return graph


def add_known(graph: Graph, place_of: dict[int, int]) -> None:
    rows = LeadsTo.objects.order_by("-position", "-pk").values_list("career_id", "to_slug", "needs", "years")
    for number, (career, slug, needs, years) in enumerate(rows):
        before, after = place_of.get(career), graph.places.get(slug)
        if before is not None and after is not None and before != after:
            graph.stated[before, after] = Stated(needs, years)
            months = round(12 * known_years(graph, before, after))
            link(graph, before, after, rank=-1 - number, cost=STEP + MONTH * months)


def add_official(graph: Graph) -> None:
    nodes, stated = graph.nodes, graph.stated
    for (one, other), rank in alike(nodes):
        for before, after in ((one, other), (other, one)):
            if (before, after) not in stated and rises(nodes[before], nodes[after]):
                months = 12 * official_years(nodes[before], nodes[after])
                link(graph, before, after, rank=rank, cost=STEP + MONTH * months + rank)


def alike(nodes: list[Node]) -> Iterable[tuple[tuple[int, int], int]]:
    """Pairs of places whose occupations are alike, whichever of the two O*NET says it of, with the better rank."""
    by_code: dict[str, list[int]] = {}
    for place, node in enumerate(nodes):
        if node.code:
            by_code.setdefault(node.code, []).append(place)
    found: dict[tuple[int, int], int] = {}
    for code, to_code, rank in ALIKE.rows():
        if code in by_code and to_code in by_code:
            for one in by_code[code]:
                for other in by_code[to_code]:
                    pair = (one, other) if one < other else (other, one)
                    if one != other and rank < found.get(pair, NO_RANK):
                        found[pair] = rank
    return found.items()


def link(graph: Graph, before: int, after: int, *, rank: int, cost: int) -> None:
    graph.onward[before].append((rank, after, cost))
    graph.earlier[after].append((rank, before, cost))


def rises(before: Node, after: Node) -> bool:
    """Whether the second takes more preparation, or as much: by job zone, and by education where zones are equal or
    one is unknown. Where nothing can be compared, there is no step."""
    zones = before.zone is not None and after.zone is not None
    if zones and before.zone != after.zone:
        return after.zone > before.zone
    if before.education is not None and after.education is not None:
        return after.education >= before.education
    return zones


def official_years(before: Node, after: Node) -> int:
    """Years of study that the second takes beyond the first."""
    if before.education is None or after.education is None:
        return UNKNOWN_YEARS
    return max(0, STUDY[after.education] - STUDY[before.education])


def known_years(graph: Graph, before: int, after: int) -> float:
    """The most that its editor states, as 3 of “2–3”; where none are stated, as for an official step."""
    numbers = [float(number) for number in NUMBER.findall(graph.stated[before, after].years)]
    return min(max(numbers), MOST_YEARS) if numbers else official_years(graph.nodes[before], graph.nodes[after])
