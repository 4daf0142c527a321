"""PostgreSQL's full text: one index of single titles, one of all that is said of a career.

Words come folded and stemmed, so the configuration is “simple”: both engines find the same.
"""

from collections.abc import Iterable, Sequence

from django.db import connection

from careers.search.query import Term
from careers.search.words import stem

CREATE = (
    """CREATE TABLE careers_search_title (
      id bigint PRIMARY KEY, career_id bigint NOT NULL, title text NOT NULL, tokens text NOT NULL
    )""",
    "CREATE INDEX careers_search_title_career ON careers_search_title (career_id)",
    "CREATE INDEX careers_search_titles ON careers_search_title USING gin (to_tsvector('simple', tokens))",
    "CREATE TABLE careers_search (career_id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX careers_search_words ON careers_search USING gin (words)",
)
DROP = ("DROP TABLE careers_search", "DROP TABLE careers_search_title")
# Found first, then put in order: before the tables are analysed the planner would go through all titles in order.
TITLES = """
WITH found AS MATERIALIZED (
  SELECT id, tokens FROM careers_search_title WHERE to_tsvector('simple', tokens) @@ to_tsquery('simple', %s)
)
SELECT id, tokens FROM found ORDER BY id LIMIT %s
"""
TEXTS = "SELECT career_id FROM careers_search WHERE words @@ to_tsquery('simple', %s) LIMIT %s"
RANKED = """
SELECT career_id FROM careers_search, to_tsquery('simple', %s) AS query WHERE words @@ query
ORDER BY ts_rank('{0.125, 0.25, 0.5, 1}', words, query) DESC, career_id LIMIT %s
"""
WRITE_TEXTS = """
INSERT INTO careers_search (career_id, words)
SELECT pk, setweight(to_tsvector('simple', names), 'A') || setweight(to_tsvector('simple', summary), 'B')
  || setweight(to_tsvector('simple', sections), 'C') || setweight(to_tsvector('simple', skills), 'D')
FROM (VALUES (%s::bigint, %s, %s, %s, %s)) AS row (pk, names, summary, sections, skills)
"""


def expression(terms: Sequence[Term], *, texts: bool = False) -> str:
    """``texts`` hold stems alone; a title its words, too."""
    return " & ".join(f"({' | '.join(ways(term, texts))})" for term in terms)


def ways(term: Term, texts: bool) -> list[str]:
    found = [phrase(each, texts) for each in (term.words, *term.meanings)]
    return [*found, f"'{term.beginning}':*"] if term.beginning else found


def phrase(found: tuple[str, ...], texts: bool) -> str:
    stemmed = texts or len(found) == 1
    return "({})".format(" <-> ".join(f"'{stem(word) if stemmed else word}'" for word in found))


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
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO careers_search_title VALUES (%s, %s, %s, %s)", list(titles))
        cursor.executemany(WRITE_TEXTS, list(texts))


def forget(pks: Iterable[int]) -> None:
    keys = list(pks)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM careers_search_title WHERE career_id = ANY(%s)", [keys])
        cursor.execute("DELETE FROM careers_search WHERE career_id = ANY(%s)", [keys])
