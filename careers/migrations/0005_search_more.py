from importlib import import_module

from django.db import migrations

from careers import search
from careers.search.engines import engine

before = import_module("careers.migrations.0002_search")


def create(apps, schema_editor):
    before.drop(apps, schema_editor)
    for statement in engine().CREATE:
        schema_editor.execute(statement)


def fill(apps, schema_editor):
    """From the models as they are now: the index is no data of its own, and is written by one piece of code."""
    search.rebuild(search.Career.objects.only("pk", "title", "summary", "code"))


def drop(apps, schema_editor):
    for statement in engine().DROP:
        schema_editor.execute(statement)
    before.create(apps, schema_editor)


class Migration(migrations.Migration):
    """Titles one by one, sections, skills and tools: the index anew, filled with the careers that are stored."""

    dependencies = [("careers", "0004_findings")]
    operations = [migrations.RunPython(create, drop), migrations.RunPython(fill, migrations.RunPython.noop)]
