"""Official figures as HTML: the facts at the top of a page, and each part by its key."""

import re
from dataclasses import dataclass, field
from datetime import date

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from careers.figures.context import context_of, has
from careers.figures.parts import PARTS
from careers.figures.reading import Figures

# Stands in what is kept, where a page has something to say to this reader alone.
FOR_READER = "<!--for-reader-->"
INDENT = re.compile(r"\s*\n\s*")


@dataclass(frozen=True)
class Shown:
    """HTML: the facts at the top, and each part by its key. Empty where there are no figures."""

    facts: str = ""
    parts: dict[str, str] = field(default_factory=dict)


NOTHING = Shown()


def draw(figures: Figures, *, area: str, unit: str, month: date) -> Shown:
    context = context_of(figures, area=area, unit=unit, month=month) | {"for_reader": mark_safe(FOR_READER)}  # noqa: S308
    parts = [part for part in PARTS if has(figures, part.key)]
    drawn = {part.key: drawing(part.template, context | {"part": part}) for part in parts}
    return Shown(drawing("careers/figures/_facts.html", context), drawn)


def drawing(template: str, context: dict[str, object]) -> str:
    """Without the blanks that indent it: it is rendered once and sent often."""
    return mark_safe(INDENT.sub("\n", render_to_string(template, context)))  # noqa: S308 — as the template made it
