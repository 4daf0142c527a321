"""The texts of a profile in their frame: headings and chapters are rendered once a process, not once a page."""

from functools import lru_cache
from itertools import chain

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from careers.sections import BY_KEY, IN_CHAPTERS

register = template.Library()
SLOT = "<!--text-->"
ORDER = tuple(entry.key for _, entries in IN_CHAPTERS for entry in entries)


@register.simple_tag
def chapters(texts: dict[str, str]):
    """Every written section under its heading, in chapters. The texts were cleaned when they were saved."""
    keys = written(texts)
    before, *after = frame(keys)
    pieces = chain.from_iterable(zip((texts[key] for key in keys), after, strict=True))
    return mark_safe(before + "".join(pieces))  # noqa: S308


@register.simple_tag
def contents(texts: dict[str, str]):
    """The rail: links to the chapters and sections that are written."""
    return rail(written(texts))


def written(texts: dict[str, str]) -> tuple[str, ...]:
    return tuple(key for key in ORDER if key in texts)


@lru_cache(maxsize=256)
def frame(keys: tuple[str, ...]) -> list[str]:
    """What stands before, between and after the texts of these sections."""
    context = {"chapters": in_chapters(keys), "slot": SLOT}
    return render_to_string("careers/_chapters.html", context).split(SLOT)


@lru_cache(maxsize=256)
def rail(keys: tuple[str, ...]) -> str:
    return render_to_string("careers/_contents.html", {"chapters": in_chapters(keys)})


def in_chapters(keys: tuple[str, ...]):
    """Each chapter that has something to read, with its entries in the owner's order."""
    named = [(name, [BY_KEY[entry.key] for entry in entries if entry.key in keys]) for name, entries in IN_CHAPTERS]
    return [(name, entries) for name, entries in named if entries]
