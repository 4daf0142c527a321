"""What a career was found by: the title or the sentence, and which words of it to mark.

A page of careers has a thousand texts. So each kind is read only of the careers that lack a sentence with all the words
yet, and a text is cut into sentences only where it may have more of them than the best sentence so far.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careers.search import naming, texts
from careers.search.answers import Found, Why
from careers.search.query import terms
from careers.search.seeing import Eye, sentences


@dataclass
class Best:
    """The sentence of a career with the most of the words so far; of two, the one that stands first."""

    hits: int = 0
    field: str = ""
    sentence: str = ""


def why(found: Found, pks: Iterable[int]) -> dict[int, Why]:
    """Titles before summaries, then texts, then skills; a career with none of the words in it is left out."""
    pks, wanted = list(pks), terms(found.words)
    if not wanted or not pks:
        return {}
    eye = Eye(wanted)
    reasons = by_title(eye, found, pks)
    if left := [pk for pk in pks if pk not in reasons]:
        reasons |= by_text(eye, left)
    return {pk: reasons[pk] for pk in pks if pk in reasons}


def by_title(eye: Eye, found: Found, pks: Sequence[int]) -> dict[int, Why]:
    """Its own title, else the one that it was found by, else the shortest that has the words."""
    own, others = naming.found(eye.terms, pks, [found.titles[pk] for pk in pks if pk in found.titles])
    if not found.all_titles:
        others |= naming.first(eye.terms, [pk for pk in pks if pk not in own and pk not in others])
    reasons = {pk: Why("title-alternate", title, eye.spans(title)) for pk, title in others.items()}
    return reasons | {pk: Why("title", title, eye.spans(title)) for pk, title in own.items()}


def by_text(eye: Eye, pks: Sequence[int]) -> dict[int, Why]:
    best, careers = {pk: Best() for pk in pks}, texts.careers(pks)
    for field, read in texts.KINDS:
        left = [row for row in careers if best[row[0]].hits < len(eye.terms)]
        for pk, text in read(left) if left else ():
            look(eye, best[pk], field, text)
    found = {pk: each for pk, each in best.items() if each.hits}
    return {pk: Why(each.field, each.sentence, eye.spans(each.sentence)) for pk, each in found.items()}


def look(eye: Eye, best: Best, field: str, text: str) -> None:
    for sentence in sentences(text) if eye.may_have_more(text, best.hits) else ():
        if eye.may_have_more(sentence, best.hits) and (hits := eye.hits(sentence)) > best.hits:
            best.hits, best.field, best.sentence = hits, field, sentence
