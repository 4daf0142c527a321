"""Figures drawn ahead: a row for each code that a career has, of the nation and by the year, as nearly all read them.

Drawn by the commands that change the figures or bring careers, in their transaction, and kept in the database, so that
no process has to draw them for its first reader. What is not there, or no longer good, a page draws for itself.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.conf import settings
from django.db import transaction
from django.db.models import F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.utils.safestring import mark_safe

from careers.figures.drawing import NOTHING, Shown, draw
from careers.figures.pay import YEAR
from careers.figures.reading import Figures, read_figures
from careers.figures.sourced import old_from
from careers.models import Drawing, Source
from careers.models.career import today
from careers.prepared import Prepared

BETWEEN = "<!--part-->"  # no part says this: its comments are ours, and its words are escaped
MADE_BY = ("careers/**/*.py", "pathways/**/*.py", "templates/careers/figures/*.html")
TEXT = TextField()
Tokens = tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """The imports as they stand, and what is drawn of a code from them; ``None`` where it has to be drawn."""

    tokens: Tokens
    drawn: Shown | None = None


def standing(code: str, month: date) -> Standing:
    """In one query. ``month`` is the first day of this one."""
    rows = sorted(STANDING.rows(code=code))
    tokens = tuple(token for kind, _, token, *_ in rows if kind == "token")
    for _, _, made_of, until, facts, keys, parts in rows[len(tokens) :]:
        if made_of == made_from(tokens) and until > month.isoformat():
            return Standing(tokens, stored(facts, keys, parts))
    return Standing(tokens)


def stored(facts: str, keys: str, parts: str) -> Shown:
    html = map(mark_safe, parts.split(BETWEEN))
    return Shown(mark_safe(facts), dict(zip(keys.split(), html, strict=False)))  # noqa: S308 — as the templates made it


def of_code(code: str) -> QuerySet:
    none = [Value("", TEXT)] * 4
    tokens = Source.objects.order_by().values_list(Value("token", TEXT), F("pk"), Cast("token", TEXT), *none)
    columns = ("made_of", Cast("until", TEXT), "facts", "keys", "parts")
    drawing = Drawing.objects.filter(code=code)
    return tokens.union(drawing.values_list(Value("~", TEXT), Value(0, IntegerField()), *columns), all=True)


STANDING = Prepared(of_code, code=str)


@transaction.atomic
def draw_ahead(codes: Iterable[str]) -> int:
    """Draw those of these codes that are not drawn as they would be now; returns how many that were."""
    month, tokens = today().replace(day=1), standing("", today()).tokens
    if not tokens:
        return 0
    made_of = made_from(tokens)
    good = Drawing.objects.filter(made_of=made_of, until__gt=month).values_list("code", flat=True)
    wanted = sorted(set(codes) - {"", *good})
    drawings = [drawing(code, made_of, month) for code in wanted]
    changing = [field.name for field in Drawing._meta.fields if not field.primary_key]
    Drawing.objects.bulk_create(
        drawings, batch_size=100, update_conflicts=True, unique_fields=["code"], update_fields=changing
    )
    return len(drawings)


def drawing(code: str, made_of: str, month: date) -> Drawing:
    figures = read_figures(code)
    shown = draw(figures, area="", unit=YEAR, month=month) if figures else NOTHING
    keys, parts = " ".join(shown.parts), BETWEEN.join(shown.parts.values())
    until = min((day for day in old_days(figures) if day > month), default=date.max)
    return Drawing(code=code, made_of=made_of, until=until, facts=shown.facts, keys=keys, parts=parts)


def old_days(figures: Figures) -> Iterator[date]:
    """When something that is shown begins to count as old."""
    yield from (old_from(as_of) for _, as_of, _ in figures.pay.origins)
    surveys = (rated.survey.collected for rated in figures.onet.kinds.values())
    yield from (old_from(collected) for collected in surveys if collected)


def made_from(tokens: Tokens) -> str:
    """What a drawing is made of: the imports as they stand, and the code that draws."""
    return hashlib.blake2b(" ".join((*tokens, made_by())).encode(), digest_size=16).hexdigest()


@cache
def made_by() -> str:
    """The code and the templates of this release: after an update nothing is shown that an older one drew."""
    files = sorted(path for pattern in MADE_BY for path in settings.BASE_DIR.glob(pattern))
    return hashlib.blake2b(b"".join(path.read_bytes() for path in files)).hexdigest()
