"""SQLite's FTS5: one index of single titles, one of all that is said of a career."""

from collections.abc import Iterable, Sequence

from django.db import connection

from careers.search.query import Term
from careers.search.words import stem

CREATE = (
    """CREATE TABLE careers_search_title (
      id integer PRIMARY KEY, career_id integer NOT NULL, title text NOT NULL, tokens text NOT NULL
    )""",
    "CREATE INDEX careers_search_title_career ON careers_search_title (career_id)",
    """CREATE VIRTUAL TABLE careers_search_titles USING fts5(
      tokens, content = 'careers_search_title', content_rowid = 'id', prefix = '2 3'
    )""",
    "CREATE VIRTUAL TABLE careers_search USING fts5(names, summary, sections, skills, prefix = '2 3')",
)
DROP = (
    "DROP TABLE careers_search",
    "DROP TABLE careers_search_titles",
    "DROP TABLE careers_search_title",
)
TITLES = """
SELECT title.id, title.tokens FROM careers_search_titles AS found
JOIN careers_search_title AS title ON title.id = found.rowid
WHERE found.tokens MATCH %s ORDER BY found.rowid LIMIT %s
"""
FORGET_TITLES = """
DELETE FROM careers_search_titles WHERE rowid IN (SELECT id FROM careers_search_title WHERE career_id = %s)
"""
TEXTS = "SELECT rowid FROM careers_search WHERE careers_search MATCH %s LIMIT %s"
RANKED = """
SELECT rowid FROM careers_search WHERE careers_search MATCH %s
ORDER BY bm25(careers_search, 8, 4, 2, 1), rowid LIMIT %s
"""


def expression(terms: Sequence[Term], *, texts: bool = False) -> str:
    """``texts`` hold stems alone; a title its words, too."""
    return " AND ".join(f"({' OR '.join(ways(term, texts))})" for term in terms)


def ways(term: Term, texts: bool) -> list[str]:
    found = [phrase(each, texts) for each in (term.words, *term.meanings)]
    return [*found, f'"{term.beginning}" *'] if term.beginning else found


def phrase(found: tuple[str, ...], texts: bool) -> str:
    stemmed = texts or len(found) == 1
    return '"{}"'.format(" ".join(map(stem, found) if stemmed else found))


def titles(terms: Sequence[Term], limit: int) -> list[tuple[int, str]]:
    """(key, tokens) of the titles that have all the terms, in the order of keys."""
    return rows(TITLES, [expression(terms), limit])


def texts(terms: Sequence[Term], limit: int, *, ranked: bool = True) -> list[int]:
    """Careers of which all the terms are said, the best first where ``ranked``."""
    return [pk for (pk,) in rows(RANKED if ranked else TEXTS, [expression(terms, texts=True), limit])]


def rows(sql: str, params: Sequence) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def write(titles: Iterable[tuple], texts: Iterable[tuple]) -> None:
    titles = list(titles)
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO careers_search_title VALUES (%s, %s, %s, %s)", titles)
        tokens = [(key, tokens) for key, _, _, tokens in titles]
        cursor.executemany("INSERT INTO careers_search_titles (rowid, tokens) VALUES (%s, %s)", tokens)
        cursor.executemany(
            "INSERT INTO careers_search (rowid, names, summary, sections, skills) VALUES (%s, %s, %s, %s, %s)",
            list(texts),
        )


def forget(pks: Iterable[int]) -> None:
    """The index of titles goes first: it looks up in their table what to take out."""
    keys = [(pk,) for pk in pks]
    with connection.cursor() as cursor:
        cursor.executemany(FORGET_TITLES, keys)
        cursor.executemany("DELETE FROM careers_search_title WHERE career_id = %s", keys)
        cursor.executemany("DELETE FROM careers_search WHERE rowid = %s", keys)
