"""What a profile says in its frame: headings and chapters are rendered once a process, not once a page."""

from functools import lru_cache
from itertools import chain

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from careers.figures.parts import OPENS_WITH_FIGURES, PARTS, Part
from careers.sections import IN_CHAPTERS, Entry

register = template.Library()
SLOT = "<!--text-->"


def blocks_of(chapter: str, entries: tuple[Entry, ...]) -> tuple[Entry | Part, ...]:
    """What a chapter can hold: its texts, and the official figures after or before them."""
    parts = tuple(part for part in PARTS if part.chapter == chapter)
    return parts + entries if chapter in OPENS_WITH_FIGURES else entries + parts


BLOCKS = tuple((chapter, blocks_of(chapter, entries)) for chapter, entries in IN_CHAPTERS)
ORDER = tuple(block.key for _, blocks in BLOCKS for block in blocks)


@register.simple_tag
def chapters(texts: dict[str, str], figures: dict[str, str]):
    """Every written section under its heading, every figure, in chapters. Texts were cleaned when they were saved."""
    html = texts | figures
    keys = written(html)
    before, *after = frame(keys)
    pieces = chain.from_iterable(zip((html[key] for key in keys), after, strict=True))
    return mark_safe(before + "".join(pieces))  # noqa: S308


@register.simple_tag
def contents(texts: dict[str, str], figures: dict[str, str]):
    """The rail: links to the chapters, and to the sections and figures that are there."""
    return rail(written(texts | figures))


def written(html: dict[str, str]) -> tuple[str, ...]:
    return tuple(key for key in ORDER if key in html)


@lru_cache(maxsize=256)
def frame(keys: tuple[str, ...]) -> list[str]:
    """What stands before, between and after these sections and figures."""
    context = {"chapters": in_chapters(keys), "slot": SLOT}
    return render_to_string("careers/_chapters.html", context).split(SLOT)


@lru_cache(maxsize=256)
def rail(keys: tuple[str, ...]) -> str:
    return render_to_string("careers/_contents.html", {"chapters": in_chapters(keys)})


def in_chapters(keys: tuple[str, ...]):
    """Each chapter that has something to read, with its sections in the owner's order and its figures."""
    named = [(name, [block for block in blocks if block.key in keys]) for name, blocks in BLOCKS]
    return [(name, blocks) for name, blocks in named if blocks]
