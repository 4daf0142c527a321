"""What a career was found by: the title or the sentence, and which words of it to mark."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from careers.models import Career
from careers.search import rows
from careers.search.answers import Why
from careers.search.engines import engine
from careers.search.query import Term
from careers.search.words import WORD, fold, stem

SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
END = re.compile(r"</(?:p|li|h\d|td|th|dt|dd)>|<br ?/?>")
TAG = re.compile(r"<[^>]*>")  # of our own rendering, in which no other < is left


def why(terms: Sequence[Term], pks: Iterable[int]) -> dict[int, Why]:
    """Titles before summaries, then texts, then skills; a career with none of the words in it is left out."""
    pks = list(pks)
    if not terms or not pks:
        return {}
    found = by_title(terms, pks)
    if left := [pk for pk in pks if pk not in found]:
        found |= by_text(terms, left)
    return {pk: found[pk] for pk in pks if pk in found}


def by_title(terms: Sequence[Term], pks: list[int]) -> dict[int, Why]:
    """Of each career the first title in the order of keys: its own, else the shortest."""
    found: dict[int, Why] = {}
    for key, title in engine().titles_of(terms, pks):
        own, _, career = rows.read_key(key)
        if career not in found:
            found[career] = Why("title" if own else "title-alternate", title, spans(title, terms))
    return found


def by_text(terms: Sequence[Term], pks: list[int]) -> dict[int, Why]:
    """The sentence with the most of the words; of two, the one that stands first."""
    best: dict[int, tuple[int, Why]] = {}
    hint = rough(terms)
    for pk, field, text in said(pks):
        if best.get(pk, (0,))[0] == len(terms) or not hint.search(text):
            continue
        for sentence in sentences(text, hint):
            hits = how_many(sentence, terms)
            if hits > best.get(pk, (0,))[0]:
                best[pk] = hits, Why(field, sentence, spans(sentence, terms))
    return {pk: reason for pk, (_, reason) in best.items()}


def rough(terms: Sequence[Term]) -> re.Pattern[str]:
    """What a text must have for a closer look to be worth while: words are many, and cutting them out is dear."""
    roots = {root.removesuffix("y") for term in terms for root in term.stems | set(term.words)}
    return re.compile(rf"\b(?:{'|'.join(sorted(roots))})", re.IGNORECASE)


def said(pks: list[int]) -> Iterator[tuple[int, str, str]]:
    careers = list(Career.objects.filter(pk__in=pks).only("pk", "title", "summary", "code"))
    for career in careers:
        yield career.pk, "summary", career.summary
    for pk, html in rows.own_sections(pks).values_list("career_id", "html"):
        yield pk, "section", html
    by_code = {career.code: career.pk for career in careers if career.code}
    for code, text in rows.official_texts(list(by_code)):
        yield by_code[code], "section", text
    for code, name in rows.official_skills(list(by_code)):
        yield by_code[code], "skill", name


def sentences(text: str, hint: re.Pattern[str]) -> Iterator[str]:
    """Those worth a closer look."""
    for match in SENTENCE.finditer(read(text) if "<" in text else text):
        if hint.search(match[0]):
            yield match[0].strip()


def read(html: str) -> str:
    return unescape(TAG.sub("", END.sub("\n", html)))


def how_many(text: str, terms: Sequence[Term]) -> int:
    """Of the terms, how many this text has."""
    folded = [fold(word) for word in WORD.findall(text)]
    return sum(any(fits(word, term) for word in folded) for term in terms)


def spans(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    found = WORD.finditer(text)
    return [match.span() for match in found if any(fits(fold(match[0]), term) for term in terms)]


def fits(word: str, term: Term) -> bool:
    """Whether a folded word is one that this term is found by."""
    return stem(word) in term.stems or (term.last and len(term.word) > 1 and word.startswith(term.word))
