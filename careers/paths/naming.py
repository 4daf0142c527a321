"""Which career a person means by what stands in a field or an address."""

from dataclasses import dataclass, field

from careers.models.career import name_key
from careers.paths.graph import Graph

LONGEST, LONGEST_SHOWN = 120, 60
MOST_CHOICES = 12


@dataclass(frozen=True)
class Asked:
    """``place`` where it is clear, ``choices`` where several are meant, ``problem`` a sentence where none is."""

    words: str = ""
    place: int | None = None
    choices: list[int] = field(default_factory=list)
    problem: str = ""


def ask(graph: Graph, words: str) -> Asked:
    """A slug, a title in any spelling that links know, or a part of one."""
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
    """The careers of exactly this name; else those whose name has these words in it."""
    exact = [place for place, node in enumerate(graph.nodes) if node.name_key == key]
    if exact or not key:
        return exact
    padded = f" {key}"
    return [place for place, node in enumerate(graph.nodes) if padded in f" {node.name_key}"]


def among(graph: Graph, words: str, found: list[int]) -> Asked:
    if len(found) == 1:
        return Asked(graph.nodes[found[0]].title, found[0])
    if found:
        return Asked(words, choices=found[:MOST_CHOICES], problem=several(words, len(found)))
    return Asked(words, problem=f"We know no career called “{words}”.")


def several(words: str, count: int) -> str:
    first = f" Here are the first {MOST_CHOICES} of {count}." if count > MOST_CHOICES else ""
    return f"{count} careers have “{words}” in their name.{first}"
