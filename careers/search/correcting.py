"""What was misspelt, run together or apart, as words that titles have."""

import uuid
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import log10

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import OSA

from careers.models import ContentVersion
from careers.search.engines import engine
from careers.search.everyday import EMPTY, EVERYDAY, FILLERS
from careers.search.query import Term
from careers.search.rows import SEPARATOR, read_key
from careers.search.words import stem, words

MOST_WORDS = 50_000
MOST_TITLES = 20_000
NEAREST = 60
COMMON = 10  # titles that have a word which nobody is taken to have meant otherwise
SHORTEST = 3
OFTEN = 3  # careers whose texts have a word: it is no misspelling


@dataclass(frozen=True)
class Vocabulary:
    """The words of all titles and how many titles have each; the careers' own titles, and how many each has, by key."""

    counts: dict[str, int]
    titles: dict[int, str]
    sizes: dict[int, int]

    @cached_property
    def ordered(self) -> list[str]:
        return sorted(self.counts)

    @cached_property
    def meant(self) -> list[str]:
        """What somebody may have meant to write: these words, and everyday ones that titles say otherwise."""
        return sorted(self.counts.keys() | EVERYDAY.keys())

    @cached_property
    def stems(self) -> set[str]:
        return {stem(word) for word in self.counts}

    def knows(self, term: Term) -> bool:
        word = term.word
        if not word or word in self.counts or word in EMPTY or word in FILLERS or word in EVERYDAY:
            return True
        return word.isdecimal() or len(word) < SHORTEST or (term.last and self.begins(word))

    def begins(self, word: str) -> bool:
        place = bisect_left(self.ordered, word)
        return place < len(self.ordered) and self.ordered[place].startswith(word)

    def nearest(self, word: str) -> str:
        """The word most likely meant: few letters differ, the first does not, and many titles have it."""
        most = 1 if len(word) < 5 else 2 if len(word) < 8 else 3
        near = process.extract(word, self.meant, scorer=OSA.distance, score_cutoff=most, limit=NEAREST)
        scored = [(self.cost(word, each, distance), each) for each, distance, _ in near if len(each) >= SHORTEST]
        return min(scored, default=(0, ""))[1]

    def slip(self, word: str) -> str:
        """The word with a letter left out or two changed about, as “solider” is “soldier”; many titles have it."""
        near = process.extract(word, self.ordered, scorer=OSA.distance, score_cutoff=1, limit=NEAREST)
        likely = [each for each, _, _ in near if len(each) > len(word) or sorted(each) == sorted(word)]
        best = max(likely, key=self.counts.__getitem__, default="")
        return best if self.counts.get(best, 0) >= COMMON else ""

    def cost(self, word: str, other: str, distance: int) -> float:
        left_out = 0.3 if len(other) > len(word) else 0
        return distance + (0.7 if other[0] != word[0] else 0) - left_out - 0.4 * log10(self.counts.get(other, 1))

    def split(self, word: str) -> tuple[str, ...]:
        """“softwareengineer” as its two words, empty where it is not two."""
        places = range(SHORTEST, len(word) - SHORTEST + 1)
        pairs = [(word[:place], word[place:]) for place in places]
        known = [pair for pair in pairs if all(self.counts.get(part, 0) > 1 for part in pair)]
        return max(known, key=lambda pair: min(self.counts[part] for part in pair), default=())


def corrected(terms: Sequence[Term], *, found: bool) -> list[Term]:
    """The terms as they were probably meant; the same where nothing is misspelt.

    Where titles were ``found`` nothing is joined, and only the likeliest slips are mended.
    """
    vocabulary = current()
    terms = terms if found else joined(terms, vocabulary)
    return [mended for term in terms for mended in mend(term, vocabulary)]


def joined(terms: Sequence[Term], vocabulary: Vocabulary) -> list[Term]:
    """“Soft ware” as one word where titles have it."""
    found: list[Term] = []
    for term in terms:
        if found and found[-1].word and term.word and found[-1].word + term.word in vocabulary.counts:
            found[-1] = Term((found[-1].word + term.word,), term.last)
        else:
            found.append(term)
    return found


def mend(term: Term, vocabulary: Vocabulary) -> list[Term]:
    word = term.word
    if vocabulary.knows(term):
        return [term]
    if stem(word) in vocabulary.stems:
        return [Term((vocabulary.slip(word) or word,), term.last)]
    if parts := vocabulary.split(word):
        return [Term((part,)) for part in parts]
    if len(engine().texts([Term((word,))], OFTEN, ranked=False)) == OFTEN:
        return [term]
    return [Term((vocabulary.nearest(word) or word,), term.last)]


def read() -> Vocabulary:
    """From every title once: of its tokens, the words that stand before the stems."""
    counts: Counter[str] = Counter()
    titles: dict[int, str] = {}
    sizes: Counter[int] = Counter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, title, tokens FROM careers_search_title ORDER BY id")
        for key, title, tokens in cursor.fetchall():
            own, _, career = read_key(key)
            sizes[career] += 1
            counts.update(tokens.partition(SEPARATOR)[0].split())
            if own and len(titles) < MOST_TITLES:
                titles[career] = " ".join(words(title))
    return Vocabulary(dict(islice(counts.most_common(), MOST_WORDS)), titles, dict(sizes))


_kept: tuple[uuid.UUID | None, Vocabulary] | None = None


def current() -> Vocabulary:
    """The words as of now: read anew when the titles have changed."""
    global _kept
    version = ContentVersion.of_titles()
    if _kept is None or _kept[0] != version:
        _kept = (version, read())
    return _kept[1]
