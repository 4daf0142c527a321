"""SQLite's FTS5. Rows hold the words only; the rowid is the career's key."""

from django.db import connection

from careers.search.words import rows, words

CREATE = """
CREATE VIRTUAL TABLE careers_search USING fts5(
  title, titles, summary, tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3'
)
"""
DROP = "DROP TABLE careers_search"
TIERS = ("title", "titles", "title titles summary")


def match(query: str) -> tuple[list[int], ...]:
    terms = " AND ".join(f'"{word}" *' if len(word) > 1 else f'"{word}"' for word in words(query))
    if not terms:
        return ()
    with connection.cursor() as cursor:
        return tuple(tier(cursor, columns, terms) for columns in TIERS)


def tier(cursor, columns: str, terms: str) -> list[int]:
    cursor.execute("SELECT rowid FROM careers_search WHERE careers_search MATCH %s", [f"{{{columns}}} : ({terms})"])
    return [pk for (pk,) in cursor.fetchall()]


def index(careers) -> None:
    found = list(rows(careers))
    forget([pk for pk, *_ in found])
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO careers_search (rowid, title, titles, summary) VALUES (%s, %s, %s, %s)", found)


def forget(pks) -> None:
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM careers_search WHERE rowid = %s", [(pk,) for pk in pks])


def clear() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM careers_search")
