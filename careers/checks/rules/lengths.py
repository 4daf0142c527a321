"""How much a section says: 40 to 120 words, or 4 to 8 items. Famous personalities are counted by nobody."""

from collections.abc import Iterator

from careers.checks.findings import Context, Note, Place, check
from careers.checks.texts import Profile, Text
from careers.models import Severity
from careers.sections import TEXTS, Kind

FEWEST_WORDS, MOST_WORDS = 40, 120
FEWEST_ITEMS, MOST_ITEMS = 4, 8
EXEMPT = {"personalities"}


def counted(profile: Profile) -> Iterator[Text]:
    return (text for text in profile.texts.values() if profile.full and text.name not in EXEMPT)


def sizes(text: Text) -> list[int]:
    """How many items each list of a section of lists has."""
    return [] if text.entry.kind is Kind.PROSE else [len(items) for items in text.lists]


@check("section-empty", Severity.WARNING, "A section of a full profile says nothing.")
def section_empty(profile: Profile, context: Context) -> Iterator[Note]:
    for entry in TEXTS if profile.full else ():
        if entry.key not in profile.texts:
            yield Note(f"“{entry.label}” is empty.", (Place(entry.key),))


@check("list-of-one", Severity.WARNING, "A list of one item is no list.")
def list_of_one(profile: Profile, context: Context) -> Iterator[Note]:
    for text in counted(profile):
        for items in text.lists if text.entry.kind is not Kind.PROSE else ():
            if len(items) == 1:
                yield Note(f"“{text.entry.label}” has a list of one item.", (Place(text.name, items[0].text),))


@check(
    "section-short",
    Severity.WARNING,
    f"A section has fewer than {FEWEST_WORDS} words or, where it is a list, fewer than {FEWEST_ITEMS} items.",
)
def section_short(profile: Profile, context: Context) -> Iterator[Note]:
    for text in counted(profile):
        few = [size for size in sizes(text) if 1 < size < FEWEST_ITEMS]
        if few:
            yield of_items(text, min(few))
        elif not sizes(text) and text.words < FEWEST_WORDS:
            yield of_words(text)


@check(
    "section-long",
    Severity.WARNING,
    f"A section has more than {MOST_WORDS} words or, where it is a list, more than {MOST_ITEMS} items.",
)
def section_long(profile: Profile, context: Context) -> Iterator[Note]:
    for text in counted(profile):
        if max(sizes(text), default=0) > MOST_ITEMS:
            yield of_items(text, max(sizes(text)))
        elif not sizes(text) and text.words > MOST_WORDS:
            yield of_words(text)


def of_items(text: Text, count: int) -> Note:
    sentence = f"“{text.entry.label}” has a list of {count} items; {FEWEST_ITEMS} to {MOST_ITEMS} is the standard."
    return Note(sentence, (Place(text.name, text.lists[0][0].text),))


def of_words(text: Text) -> Note:
    sentence = f"“{text.entry.label}” has {text.words} words; {FEWEST_WORDS} to {MOST_WORDS} is the standard."
    return Note(sentence, (Place(text.name, text.blocks[0].text if text.blocks else ""),))
