"""What every profile must have, and when it was last looked at."""

import re
from collections.abc import Iterator
from datetime import timedelta

from django.utils.formats import date_format

from careers.checks.findings import Context, Note, Place, check
from careers.checks.texts import Block, BlockKind, Profile, Text
from careers.models import Severity, Status

YEAR = timedelta(days=365)
FINISHED = re.compile(r"[.!?…)][”’\"')\]]*$|https?://\S+$")
HANGING_WORDS = "and or but the a an of to with for in on at by from such including their your is are"
HANGING = frozenset(HANGING_WORDS.split())
FEWEST_WORDS = 3
NEEDED = {
    "title": "a title",
    "summary": "a summary",
    "category": "a category",
    "types": "a type",
    "code": "an O*NET-SOC code, for its facts are found by it",
}


@check("facts-missing", Severity.ERROR, "A facts-only career lacks its title, summary, category, type or code.")
def facts_missing(profile: Profile, context: Context) -> Iterator[Note]:
    for name, what in NEEDED.items():
        if not profile.full and not getattr(profile.document, name):
            yield Note(f"A facts-only career needs {what}.", (Place(name),))


@check("unchecked", Severity.WARNING, "Nobody has checked its facts for more than a year.")
def unchecked(profile: Profile, context: Context) -> Iterator[Note]:
    day = profile.document.checked_on
    if day is None:
        if profile.full and profile.document.status == Status.PUBLISHED:
            yield Note("It is published, and no day says when its facts were checked.", (Place("checked_on"),))
    elif day < context.today - YEAR:
        said = date_format(day, "DATE_FORMAT")
        yield Note(f"Its facts were last checked on {said}, more than a year ago.", (Place("checked_on", said),))


@check("unfinished", Severity.ERROR, "A text stops in mid-sentence.")
def unfinished(profile: Profile, context: Context) -> Iterator[Note]:
    for text in profile.texts.values():
        if block := broken_off(text):
            place = Place(text.name, block.sentences[-1] if block.sentences else block.text)
            yield Note(f"“{text.entry.label}” stops in mid-sentence.", (place,))


def broken_off(text: Text) -> Block | None:
    """A last paragraph without its full stop, a last item that lacks the one all others have, or hanging words."""
    for block in text.blocks:
        words = block.text.split()
        if block.kind is not BlockKind.HEAD and len(words) >= FEWEST_WORDS and hanging(words[-1]):
            return block
    last = text.blocks[-1] if text.blocks else None
    if last is None or last.kind is BlockKind.HEAD or FINISHED.search(last.text):
        return None
    if last.kind is BlockKind.PARAGRAPH:
        return last if len(last.text.split()) >= FEWEST_WORDS else None
    others = text.lists[-1][:-1]
    return last if len(others) > 1 and all(FINISHED.search(item.text) for item in others) else None


def hanging(word: str) -> bool:
    return word.endswith(",") or word.casefold() in HANGING
