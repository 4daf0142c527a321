"""Which career a person means by what stands in a field or an address."""

from collections import defaultdict
from dataclasses import dataclass, field

from careers import search
from careers.models import AlternateTitle, Career
from careers.models.career import name_key
from careers.paths.graph import Graph

LONGEST, LONGEST_SHOWN = 120, 60
MOST_CHOICES = 12
MOST_NEAR = 6


@dataclass(frozen=True)
class Asked:
    """``place`` where it is clear, ``choices`` where several may be meant, ``problem`` a sentence where none is."""

    words: str = ""
    place: int | None = None
    choices: list[int] = field(default_factory=list)
    problem: str = ""


def ask(graph: Graph, words: str) -> Asked:
    """A slug; a title in any spelling that links know; another name of a career; a part of a title."""
    words = " ".join(words.replace("\x00", " ").split())
    if not words:
        return Asked()
    if len(words) > LONGEST:
        return Asked(f"{words[:LONGEST_SHOWN]}…", problem="That is longer than the name of any career.")
    if words in graph.places:
        place = graph.places[words]
        return Asked(graph.nodes[place].title, place)
    return among(graph, words, named(graph, name_key(words)))


def named(graph: Graph, key: str) -> list[int]:
    """The careers of exactly this title; else of this other name; else those whose title has these words in it."""
    exact = [place for place, node in enumerate(graph.nodes) if node.name_key == key]
    exact = exact or other_names(graph).get(key, [])
    if exact or not key:
        return exact
    padded = f" {key}"
    return [place for place, node in enumerate(graph.nodes) if padded in f" {node.name_key}"]


def among(graph: Graph, words: str, found: list[int]) -> Asked:
    if len(found) == 1:
        return Asked(graph.nodes[found[0]].title, found[0])
    if found:
        return Asked(words, choices=found[:MOST_CHOICES], problem=several(words, len(found)))
    return Asked(words, choices=near(graph, words), problem=f"We know no career called “{words}”.")


def several(words: str, count: int) -> str:
    first = f" Here are the first {MOST_CHOICES} of {count}." if count > MOST_CHOICES else ""
    return f"{count} careers have “{words}” in their name.{first}"


def other_names(graph: Graph) -> dict[str, list[int]]:
    """The places of the careers that are also called so, by the key of the name. Read when first asked for."""
    if not graph.other_names:
        names = defaultdict(list)
        rows = AlternateTitle.objects.order_by("career__title", "pk").values_list("career__slug", "title")
        for slug, title in rows:
            place, key = graph.places.get(slug), name_key(title)
            if place is not None and place not in names[key]:
                names[key].append(place)
        graph.other_names.update(names)
    return graph.other_names


def near(graph: Graph, words: str) -> list[int]:
    """The few careers whose names a search finds by these words, misspelt or not."""
    found = [pk for tier in search.match(words).tiers[:2] for pk in tier][: 2 * MOST_NEAR]
    slugs = dict(Career.objects.filter(pk__in=found).values_list("pk", "slug"))
    places = [graph.places.get(slugs.get(pk, "")) for pk in dict.fromkeys(found)]
    return [place for place in places if place is not None][:MOST_NEAR]
