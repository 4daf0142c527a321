"""Words to careers: one interface, an engine for each database."""

from collections.abc import Iterable, Sequence
from itertools import islice

from django.db import transaction
from rapidfuzz import fuzz, process

from careers.models import Career, ContentVersion
from careers.search import correcting, finding, naming, reasons, suggesting
from careers.search.answers import Found, Suggestion, Why
from careers.search.engines import engine
from careers.search.query import Term, meant, terms
from careers.search.rows import Said, said
from careers.search.words import words

__all__ = ["Found", "Suggestion", "Why", "forget", "index", "match", "near", "rebuild", "renew", "suggest", "why"]
BATCH = 50
STANDING = "SELECT id, career_id, title, tokens FROM careers_search_title WHERE career_id IN ({})"
FALLBACK = 60
ALIKE = 55  # of 100: “lybrry” and “librarian” are 60, letters at random and whatever is least unlike them 50


def match(query: str, *, correct: bool = True) -> Found:
    """The careers that fit what was typed, the best first; what is misspelt is corrected unless told not to.

    Tiers: the career's own title has all the words; another title has; all that is said of it has. Where no title has
    them all, those with most of the words come before the last.
    """
    typed = terms(query)
    wanted, hits = search(typed)
    corrected = ""
    if correct and wanted:
        mended = correcting.corrected(wanted, found=hits.named)
        better = finding.find(mended) if mended != wanted else hits
        if better.named or len(better.said) > len(hits.said):
            corrected = written(mended) if mended != wanted else ""
            wanted, hits = mended, better
    tiers = hits.tiers
    if len(wanted) > 1 and not hits.named:
        tiers = (hits.own, hits.other, finding.most(wanted, FALLBACK), hits.said)
    return Found(tiers, written(wanted), corrected, hits.titles, hits.all_titles)


def search(typed: list[Term]) -> tuple[list[Term], finding.Hits]:
    """With fillers such as “work” where a whole title has them, else without."""
    without = meant(typed)
    if len(without) < len(typed):
        hits = finding.find(typed)
        if hits.best >= 1:
            return typed, hits
    return without, finding.find(without)


def written(wanted: Iterable[Term]) -> str:
    """The terms as somebody might type them."""
    return " ".join(term.word or f'"{" ".join(term.words)}"' for term in wanted)


def why(found: Found, pks: Iterable[int]) -> dict[int, Why]:
    """What each of these careers was found by: a title or a sentence, and which of its letters to mark."""
    return reasons.why(found, pks)


def suggest(query: str, limit: int = 8) -> list[Suggestion]:
    """What somebody who has typed so much may mean: published careers, other names for them, and categories.

    What is misspelt is corrected where nothing is found as typed.
    """
    typed = terms(query)
    return suggesting.suggest(typed, limit) or suggesting.suggest(correcting.corrected(typed, found=False), limit)


def near(query: str, limit: int) -> list[int]:
    """Careers with titles that are written alike, the most first, for a query that found nothing at all."""
    titles = correcting.current().titles
    asked = " ".join(words(query[:200]))
    found = process.extract(asked, titles, scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=limit) if asked else []
    return [pk for _, _, pk in found]


@transaction.atomic
def index(careers: Iterable[Career]) -> None:
    """Write these careers' words anew, in the caller's transaction."""
    found = said(careers)
    if standing([each.career.pk for each in found]) != {row for each in found for row in each.title_rows()}:
        ContentVersion.bump_titles()
    write(found)


@transaction.atomic
def write(found: Sequence[Said]) -> None:
    engine().forget([each.career.pk for each in found])
    engine().write([row for each in found for row in each.title_rows()], [each.text_row() for each in found])


@transaction.atomic
def forget(pks: Iterable[int]) -> None:
    """Take these careers' words out."""
    pks = list(pks)
    if standing(pks):
        ContentVersion.bump_titles()
    engine().forget(pks)


def standing(pks: Sequence[int]) -> set[tuple]:
    """The rows of titles that the index has of these careers: (key, career, title, tokens)."""
    found: set[tuple] = set()
    for first in range(0, len(pks), BATCH):
        some = pks[first : first + BATCH]
        found.update(engine().rows(STANDING.format(naming.places(some)), some))
    return found


def renew(careers: Iterable[Career]) -> None:
    """Make the whole index anew, and have the words for correcting read anew."""
    rebuild(careers)
    ContentVersion.bump_titles()


def rebuild(careers: Iterable[Career]) -> None:
    """Make the whole index anew from these careers, and nothing else: a migration does that before other tables stand.

    A few at a time, each few in a transaction: at every moment a search finds each career, and others may write.
    """
    careers, kept = iter(careers), set()
    while batch := list(islice(careers, BATCH)):
        write(said(batch))
        kept |= {career.pk for career in batch}
    engine().forget(
        [pk for (pk,) in engine().rows("SELECT DISTINCT career_id FROM careers_search_title", []) if pk not in kept]
    )
