from django.db import migrations

SQLITE = """
CREATE VIRTUAL TABLE careers_search USING fts5(
  title, titles, summary, tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3'
)
"""
POSTGRESQL = """
CREATE TABLE careers_search (career_id bigint PRIMARY KEY, title tsvector, titles tsvector, everything tsvector);
CREATE INDEX careers_search_everything ON careers_search USING gin (everything);
"""


def create(apps, schema_editor):
    schema_editor.execute(POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE careers_search")


class Migration(migrations.Migration):
    """The search index stands beside the models: its table is the database's own kind."""

    dependencies = [("careers", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
