from django.db import migrations

INDEXES = ("careers_search_titles", "careers_search_words")


def write_through(apps, schema_editor):
    """PostgreSQL looks through what it has not sorted into such an index yet at each search: let nothing wait there."""
    set_to(schema_editor, "off")
    if schema_editor.connection.vendor == "postgresql":
        for name in INDEXES:
            schema_editor.execute("SELECT gin_clean_pending_list(%s::regclass)", [name])


def as_before(apps, schema_editor):
    set_to(schema_editor, "on")


def set_to(schema_editor, state):
    if schema_editor.connection.vendor == "postgresql":
        for name in INDEXES:
            schema_editor.execute(f"ALTER INDEX {name} SET (fastupdate = {state})")


class Migration(migrations.Migration):
    dependencies = [("careers", "0008_titles_version")]
    operations = [migrations.RunPython(write_through, as_before)]
