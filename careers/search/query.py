"""What was typed, as terms: words and quoted phrases, each with what it may mean."""

import re
from dataclasses import dataclass
from functools import cached_property

from careers.search.everyday import EMPTY, EVERYDAY, FILLERS
from careers.search.words import stem, words

MOST = 12
LONGEST = 1_000
PARTS = re.compile(r'"([^"]+)"|([^"]+)')
PHRASE = re.compile(r"[“”„«»]")


@dataclass(frozen=True)
class Term:
    """``words`` is one word, or the words of a phrase; of the last word typed, the beginning is enough."""

    words: tuple[str, ...]
    last: bool = False

    @cached_property
    def word(self) -> str:
        return self.words[0] if len(self.words) == 1 else ""

    @cached_property
    def meanings(self) -> list[tuple[str, ...]]:
        """What it says in everyday words, as those of titles."""
        return [tuple(words(meant)) for meant in EVERYDAY.get(self.word, ())]

    @cached_property
    def stems(self) -> set[str]:
        """Of itself and of what it means."""
        return {stem(word) for each in (self.words, *self.meanings) for word in each}

    @cached_property
    def exact(self) -> str:
        """Its words as they stand among those of a title."""
        return f" {' '.join(self.words)} "

    @cached_property
    def stemmed(self) -> str:
        """Its stem as it stands there; a phrase has none."""
        return f" {stem(self.word)} " if self.word else ""

    @cached_property
    def phrases(self) -> list[str]:
        """As titles have it: a word by its stem, several words as they are."""
        ways = (self.words, *self.meanings)
        return [stem(each[0]) if len(each) == 1 else " ".join(each) for each in ways]

    @cached_property
    def beginning(self) -> str:
        """What a word may begin with to be meant; empty where it must be whole."""
        return self.word if self.last and len(self.word) > 1 else ""


def terms(query: str) -> list[Term]:
    """The first dozen; words that say nothing are left out, unless there are no others."""
    found = [term for phrase, loose in PARTS.findall(PHRASE.sub('"', query[:LONGEST])) for term in cut(phrase, loose)]
    found = list(dict.fromkeys(found))
    found = [term for term in found if term.word not in EMPTY][:MOST] or found[:MOST]
    if found and found[-1].word and not query.rstrip().endswith('"'):
        found[-1] = Term(found[-1].words, last=True)
    return found


def cut(phrase: str, loose: str) -> list[Term]:
    if phrase:
        return [Term(found)] if (found := tuple(words(phrase))[:MOST]) else []
    return [Term((word,)) for word in words(loose)]


def meant(found: list[Term]) -> list[Term]:
    """Without fillers such as “job”, unless there is nothing else."""
    return [term for term in found if term.word not in FILLERS] or found
