"""What a search found a career by, as words of its card with the found ones marked."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString

from careers.search import Why

AROUND = 70  # letters of a long sentence to show on either side of the first word found
LEADS = {"title-alternate": "Also called", "skill": "Skills and tools", "section": "On its page"}


class Words(NamedTuple):
    """``why`` is a line of its own, empty where title or summary show it already."""

    title: SafeString
    summary: SafeString
    why: SafeString


def words_of(*, title: str, summary: str, why: Why | None) -> Words:
    plain = Words(SafeString(escape(title)), SafeString(escape(summary)), SafeString())
    if why is None:
        return plain
    if why.field == "title" and why.text == title:
        return plain._replace(title=marked(title, why.spans))
    if why.field == "summary" and why.text in summary:
        return plain._replace(summary=marked(summary, moved(why.spans, summary.index(why.text))))
    return plain._replace(why=line(why))


def line(why: Why) -> SafeString:
    text, spans = shortened(why.text, why.spans)
    return SafeString(f'<p class="why">{LEADS.get(why.field, "In short")}: {marked(text, spans)}</p>')


def marked(text: str, spans: Iterable[tuple[int, int]]) -> SafeString:
    """The text, escaped, with these places marked; a place that overlaps the one before it begins after that."""
    parts, at = [], 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if start < end:
            parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
            at = end
    return SafeString("".join([*parts, escape(text[at:])]))


def moved(spans: Iterable[tuple[int, int]], by: int) -> list[tuple[int, int]]:
    return [(start + by, end + by) for start, end in spans]


def shortened(text: str, spans: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """As much of a long text as a card has room for, round the first place, cut between words."""
    first, last = min(spans, default=(0, 0))
    start, end = max(0, first - AROUND), min(len(text), last + AROUND)
    if start:
        start = text.find(" ", start, first) + 1 or first
    if end < len(text):
        end = max(text.rfind(" ", last, end), last)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    inside = [(low, min(high, end)) for low, high in spans if low < end]
    return before + text[start:end] + after, moved(inside, len(before) - start)
