"""Titles of given careers, read from the careers: what an index finds of all of them would grow with the portal."""

from collections.abc import Collection, Sequence

from careers.search.engines import engine
from careers.search.query import Term
from careers.search.rows import OTHER, read_key

NO_KEY = -1
BY_KEY = "SELECT career_id, title FROM careers_search_title WHERE id IN ({})"
OWN_OR = """
SELECT id, career_id, title, tokens FROM careers_search_title WHERE career_id IN ({}) AND id < %s OR id IN ({})
"""
ALL = "SELECT id, title FROM careers_search_title WHERE career_id IN ({}) AND {} ORDER BY id"
HAS = "' ' || tokens || ' ' LIKE %s"


def titles(keys: Sequence[int]) -> dict[int, str]:
    """The title of each key, by its career."""
    return dict(engine().rows(BY_KEY.format(places(keys)), keys)) if keys else {}


def found(terms: Sequence[Term], pks: Sequence[int], keys: Sequence[int]) -> tuple[dict[int, str], dict[int, str]]:
    """The own title of each of these careers, where it has all the terms; else the title of these keys that is its."""
    wanted = set(keys) or {NO_KEY}
    rows = engine().rows(OWN_OR.format(places(pks), places(wanted)), [*pks, 1 << OTHER, *wanted]) if pks else []
    own = {career: title for key, career, title, tokens in rows if not key >> OTHER and has(f" {tokens} ", terms)}
    return own, {career: title for key, career, title, _ in rows if key in wanted and career not in own}


def first(terms: Sequence[Term], pks: Sequence[int]) -> dict[int, str]:
    """The first title of each of these careers that has all the terms."""
    if not pks:
        return {}
    patterns = [patterns_of(term) for term in terms]
    having = " AND ".join(f"({' OR '.join([HAS] * len(each))})" for each in patterns)
    params = [*pks, *(pattern for each in patterns for pattern in each)]
    found = engine().rows(ALL.format(places(pks), having), params)
    return {read_key(key)[2]: title for key, title in reversed(found)}


def has(padded: str, terms: Sequence[Term]) -> bool:
    """Whether the words of a title, a space on either side, have all the terms, as an index would say."""
    return all(any(f" {phrase} " in padded for phrase in term.phrases) or begins(padded, term) for term in terms)


def begins(padded: str, term: Term) -> bool:
    return bool(term.beginning) and f" {term.beginning}" in padded


def patterns_of(term: Term) -> list[str]:
    found = [f"% {phrase} %" for phrase in term.phrases]
    return [*found, f"% {term.beginning}%"] if term.beginning else found


def places(values: Collection[int]) -> str:
    return ", ".join(["%s"] * len(values))
