"""Which words of a text a search is found by."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from careers.search.query import Term
from careers.search.words import WORD, fold, stem

SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
END = re.compile(r"</(?:p|li|h\d|td|th|dt|dd)>|<br ?/?>")
TAG = re.compile(r"<[^>]*>")  # of our own rendering, in which no other < is left


class Eye:
    """Looks for these terms, and judges each different word once."""

    def __init__(self, terms: Sequence[Term]):
        self.terms = terms
        self.roots = [roots(term) for term in terms]
        self.judged: dict[str, int] = {}

    def may_have_more(self, text: str, than: int) -> bool:
        """Whether a text can have more than so many of the terms: words are many, and cutting them out is dear."""
        text, may_lack = text.lower(), len(self.roots) - than - 1
        for each in self.roots:
            if not begins(text, each):
                may_lack -= 1
            if may_lack < 0:
                return False
        return True

    def hits(self, text: str) -> int:
        """How many of the terms it has."""
        found = 0
        for word in WORD.findall(text):
            found |= self.judge(word)
        return found.bit_count()

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where its words stand that the terms are found by."""
        return [match.span() for match in WORD.finditer(text) if self.judge(match[0])]

    def judge(self, word: str) -> int:
        """The terms that this word is found by, as bits."""
        found = self.judged.get(word)
        if found is None:
            folded = fold(word)
            found = self.judged[word] = sum(fits(folded, term) << place for place, term in enumerate(self.terms))
        return found


def fits(word: str, term: Term) -> bool:
    """Whether a folded word is one that this term is found by."""
    return stem(word) in term.stems or bool(term.beginning and word.startswith(term.beginning))


def roots(term: Term) -> list[str]:
    """How a word must begin to be worth a closer look; none of them begins with another."""
    found = {root.removesuffix("y") for root in term.stems | set(term.words)}
    return [
        root for root in sorted(found, key=len) if not any(root != other and root.startswith(other) for other in found)
    ]


def begins(text: str, roots: Iterable[str]) -> bool:
    """Whether a word of the text begins with one of these."""
    for root in roots:
        place = text.find(root)
        while place > 0 and text[place - 1].isalnum():
            place = text.find(root, place + 1)
        if place >= 0:
            return True
    return False


def sentences(text: str) -> Iterator[str]:
    for match in SENTENCE.finditer(plain(text) if "<" in text else text):
        yield match[0].strip()


def plain(html: str) -> str:
    return unescape(TAG.sub("", END.sub("\n", html)))
