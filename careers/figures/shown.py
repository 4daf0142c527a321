"""Official figures as a page shows them: rendered once a process for each choice of place and unit, and kept."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from careers.figures.drawing import FOR_READER, NOTHING, Shown, draw
from careers.figures.drawn import Tokens, standing
from careers.figures.pay import COLUMNS, YEAR
from careers.figures.reading import read_figures
from careers.models import Career, Source
from careers.models.career import today
from careers.prepared import Prepared
from pathways.states import STATES

MOST_KEPT = 600
LONGEST_SHOWN = 20

TOKENS = Prepared(lambda: Source.objects.order_by("pk").values_list("token"))


@dataclass(frozen=True)
class Choice:
    """What a reader wants to see. ``unknown`` is what they asked for and we do not know."""

    area: str = ""
    unit: str = YEAR
    unknown: tuple[str, ...] = ()

    @property
    def is_usual(self) -> bool:
        """What is drawn ahead."""
        return not self.area and self.unit == YEAR


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
    month = today().replace(day=1)
    now = standing(career.code, month) if career.code else None
    if not now or not now.tokens:
        return NOTHING
    choice = choice_of(request)
    drawn = now.drawn if choice.is_usual else None
    return for_reader(request, choice, drawn or render(career.code, choice.area, choice.unit, now.tokens, month))


def for_reader(request: HttpRequest, choice: Choice, kept: Shown) -> Shown:
    """What is kept, with what is said to this reader alone put in its place."""
    said, known = "", request.user.is_authenticated
    if choice.unknown or known:
        context = {"choice": choice, "state": STATES.get(choice.area, "")}
        said = render_to_string("careers/figures/_reader.html", context, request if known else None)
    return Shown(kept.facts, {key: mark_safe(html.replace(FOR_READER, said)) for key, html in kept.parts.items()})  # noqa: S308


@lru_cache(maxsize=MOST_KEPT)
def render(code: str, area: str, unit: str, tokens: Tokens, month: datetime.date) -> Shown:
    """``tokens`` and ``month`` are what it is good for: the imports as they stand, and what counts as old by now."""
    figures = read_figures(code, area)
    return draw(figures, area=area, unit=unit, month=month) if figures else NOTHING
