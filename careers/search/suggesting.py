"""What somebody may mean who has begun to type."""

from collections.abc import Sequence

from careers import facets
from careers.models import Career
from careers.search import naming
from careers.search.answers import Suggestion
from careers.search.engines import engine
from careers.search.finding import share
from careers.search.query import Term
from careers.search.rows import read_key
from careers.search.words import words

READ = 60  # titles of one query
CATEGORIES = 2


def suggest(terms: Sequence[Term], limit: int) -> list[Suggestion]:
    """Published careers by their own title or, under that, another; then categories."""
    if not terms:
        return []
    found = careers(terms, limit)
    fields = categories(terms)[:CATEGORIES]
    return [*found[: limit - len(fields)], *fields]


def careers(terms: Sequence[Term], limit: int) -> list[Suggestion]:
    best: dict[int, tuple[float, int]] = {}
    first: dict[int, int] = {}
    for key, tokens in engine().titles(terms, READ):
        own, size, career = read_key(key)
        fit = min(1, share(terms, tokens) / size) + (0.5 if own else 0)
        best[career] = max(best.get(career, (0, 0)), (fit, -key))
        first.setdefault(career, key)
    ranked = sorted(best, key=lambda pk: (-best[pk][0], -best[pk][1]))[: 3 * limit]
    known = public()
    shown = [pk for pk in ranked if pk in known][:limit]
    others = naming.titles([first[pk] for pk in shown if not read_key(-best[pk][1])[0]])
    return [suggestion(*known[pk], others.get(pk, "")) for pk in shown]


def public() -> dict[int, tuple[str, str]]:
    """Title and slug of every published career: read once for the content they are of."""
    kept = facets.current().kept
    if "names" not in kept:
        names = Career.objects.published().order_by().values_list("pk", "title", "slug")
        kept["names"] = {pk: (title, slug) for pk, title, slug in names}
    return kept["names"]


def suggestion(title: str, slug: str, other: str) -> Suggestion:
    return Suggestion("title", other, slug, title) if other else Suggestion("career", title, slug)


def categories(terms: Sequence[Term]) -> list[Suggestion]:
    return [Suggestion("category", name, slug) for name, slug, found in fields() if has(found, terms)]


def fields() -> list[tuple[str, str, list[str]]]:
    """Name, slug and words of every category, cut once for the content they are of."""
    index = facets.current()
    if "category words" not in index.kept:
        index.kept["category words"] = [(each.name, each.slug, words(each.name)) for each in index.categories]
    return index.kept["category words"]


def has(found: list[str], terms: Sequence[Term]) -> bool:
    """Each term is a word of it, the last perhaps a beginning."""
    return all(
        set(term.words) <= set(found) or (term.last and any(word.startswith(term.word) for word in found))
        for term in terms
    )
