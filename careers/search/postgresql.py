"""PostgreSQL's full text: one row a career, one vector a tier."""

from django.db import connection

from careers.search.words import rows, words

CREATE = """
CREATE TABLE careers_search (career_id bigint PRIMARY KEY, title tsvector, titles tsvector, everything tsvector);
CREATE INDEX careers_search_everything ON careers_search USING gin (everything);
"""
DROP = "DROP TABLE careers_search"
MATCH = """
SELECT career_id, title @@ query, titles @@ query
FROM careers_search, to_tsquery('english', %s) AS query
WHERE everything @@ query
"""
INSERT = """
INSERT INTO careers_search (career_id, title, titles, everything)
SELECT pk, to_tsvector('english', title), to_tsvector('english', titles),
  to_tsvector('english', title || ' · ' || titles || ' · ' || summary)
FROM (VALUES (%s::bigint, %s, %s, %s)) AS row (pk, title, titles, summary)
"""


def match(query: str) -> tuple[list[int], ...]:
    terms = " & ".join(f"{word}:*" if len(word) > 1 else word for word in words(query))
    if not terms:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(MATCH, [terms])
        found = cursor.fetchall()
    in_title = [pk for pk, title, _ in found if title]
    in_titles = [pk for pk, _, titles in found if titles]
    return in_title, in_titles, [pk for pk, *_ in found]


def index(careers) -> None:
    found = list(rows(careers))
    forget([pk for pk, *_ in found])
    with connection.cursor() as cursor:
        cursor.executemany(INSERT, found)


def forget(pks) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM careers_search WHERE career_id = ANY(%s)", [list(pks)])


def clear() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM careers_search")
