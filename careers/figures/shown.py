"""Official figures as a page shows them: rendered once a process for each choice of place and unit, and kept."""

import datetime
import re
import uuid
from dataclasses import dataclass, field
from functools import lru_cache

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from careers.figures.context import context_of, has
from careers.figures.parts import PARTS
from careers.figures.pay import COLUMNS, YEAR
from careers.figures.reading import read_figures
from careers.models import Career, Source
from careers.models.career import today
from careers.prepared import Prepared
from pathways.states import STATES

MOST_KEPT = 600
# Stands in what is kept, where a page has something to say to this reader alone.
FOR_READER = "<!--for-reader-->"
LONGEST_SHOWN = 20
INDENT = re.compile(r"\s*\n\s*")

TOKENS = Prepared(lambda: Source.objects.order_by("pk").values_list("token"))


@dataclass(frozen=True)
class Shown:
    """HTML: the facts at the top, and each part by its key. Empty where there are no figures."""

    facts: str = ""
    parts: dict[str, str] = field(default_factory=dict)


NOTHING = Shown()


@dataclass(frozen=True)
class Choice:
    """What a reader wants to see. ``unknown`` is what they asked for and we do not know."""

    area: str = ""
    unit: str = YEAR
    unknown: tuple[str, ...] = ()


def choice_of(request: HttpRequest) -> Choice:
    """From the address; where that names no place, the state that the reader's account remembers."""
    area = request.GET.get("area", getattr(request.user, "state", "")).strip().upper()
    unit = request.GET.get("pay", "").strip().lower() or YEAR
    unknown = (area,) if area and area not in STATES else ()
    unknown += (unit,) if unit not in COLUMNS else ()
    return Choice(
        area if area in STATES else "",
        unit if unit in COLUMNS else YEAR,
        tuple(words[:LONGEST_SHOWN] for words in unknown),
    )


def figures_for(request: HttpRequest, career: Career) -> Shown:
    """The figures of a career as this request asks for them."""
    tokens = tuple(token for (token,) in TOKENS.rows()) if career.code else ()
    if not tokens:
        return NOTHING
    choice = choice_of(request)
    kept = render(career.code, choice.area, choice.unit, tokens, today().replace(day=1))
    return for_reader(request, choice, kept)


def for_reader(request: HttpRequest, choice: Choice, kept: Shown) -> Shown:
    """What is kept, with what is said to this reader alone put in its place."""
    said = ""
    if choice.unknown or request.user.is_authenticated:
        context = {"choice": choice, "state": STATES.get(choice.area, "")}
        said = render_to_string("careers/figures/_reader.html", context, request)
    return Shown(kept.facts, {key: mark_safe(html.replace(FOR_READER, said)) for key, html in kept.parts.items()})  # noqa: S308


@lru_cache(maxsize=MOST_KEPT)
def render(code: str, area: str, unit: str, tokens: tuple[uuid.UUID, ...], month: datetime.date) -> Shown:
    """``tokens`` and ``month`` are what it is good for: the imports as they stand, and what counts as old by now."""
    figures = read_figures(code, area)
    if not figures:
        return NOTHING
    context = context_of(figures, area=area, unit=unit, month=month) | {"for_reader": mark_safe(FOR_READER)}  # noqa: S308
    parts = [part for part in PARTS if has(figures, part.key)]
    drawn = {part.key: drawing(part.template, context | {"part": part}) for part in parts}
    return Shown(drawing("careers/figures/_facts.html", context), drawn)


def drawing(template: str, context: dict[str, object]) -> str:
    """Without the blanks that indent it: it is rendered once and sent often."""
    return mark_safe(INDENT.sub("\n", render_to_string(template, context)))  # noqa: S308 — as the template made it
