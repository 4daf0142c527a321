"""Templates rendered once a process for each shape that they take, with places for the words that differ.

A template costs the same each time, however little of it differs. So parts of a page are described: the template, what
it is about, and which of its words go where; it is rendered with places for these words, kept, and filled in. A test
holds each part equal, to the byte, to its template rendered with what it is about.
"""

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

# No text can hold a mark made up when the process starts.
MARK = token_hex(8)
PLACES = re.compile(rf"~([^~]+)~{MARK}~")
MOST_KEPT = 500
kept: dict[tuple, "Shape"] = {}


def place(name: str) -> SafeString:
    return mark_safe(f"~{name}~{MARK}~")  # noqa: S308 — our own words


class Shape:
    """HTML in parts: every second one is a place, by its name."""

    def __init__(self, html: str):
        self.parts = PLACES.split(html)
        self.names = self.parts[1::2]

    def filled(self, said: Mapping[str, str]) -> SafeString:
        """``said`` are words that are escaped already, by the name of their place."""
        parts = self.parts.copy()
        parts[1::2] = [said[name] for name in self.names]
        return SafeString("".join(parts))


@dataclass(frozen=True)
class Part:
    """``shape`` says all that decides what the template makes but its words, and is ``None`` where that is too rare to
    keep; ``stand_in`` is a context of that shape with places for the words ``said``."""

    template: str
    context: dict[str, Any]
    shape: Hashable = None
    stand_in: Callable[[], dict[str, Any]] | None = None
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def html(self) -> SafeString:
        if self.shape is None:
            return self.rendered
        return kept_shape((self.template, self.shape), self.made).filled(self.said)

    @property
    def rendered(self) -> SafeString:
        """The same by the template alone."""
        return render_to_string(self.template, self.context)

    def made(self) -> str:
        return render_to_string(self.template, self.stand_in() if self.stand_in else self.context)


def kept_shape(key: tuple, make: Callable[[], str]) -> Shape:
    if key not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[key] = Shape(make())
    return kept[key]
