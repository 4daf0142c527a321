"""Labels as people write them: another case, curly quotes, “and” for “&”."""

from collections.abc import Iterable
from difflib import get_close_matches

from careers.sections import ENTRIES, Entry

QUOTES = str.maketrans("‘’“”", "''\"\"")


def plain(label: str) -> str:
    """What two spellings of one label share."""
    words = label.translate(QUOTES).casefold().replace("&", " and ").split()
    return " ".join(words)


BY_LABEL = {plain(entry.label): entry for entry in ENTRIES}


def find(label: str) -> Entry | None:
    return BY_LABEL.get(plain(label))


def nearest(label: str, known: Iterable[str]) -> str:
    """“Did you mean …?”, or all the known labels where none is near."""
    by_plain = {plain(name): name for name in known}
    near = get_close_matches(plain(label[:200]), by_plain, n=1, cutoff=0.5)
    return f"Did you mean “{by_plain[near[0]]}”?" if near else f"Known are: {', '.join(by_plain.values())}."
