from django.db import migrations

from careers.search import engine


def create(apps, schema_editor):
    schema_editor.execute(engine().CREATE)


def drop(apps, schema_editor):
    schema_editor.execute(engine().DROP)


class Migration(migrations.Migration):
    """The search index stands beside the models: its table is the database's own kind."""

    dependencies = [("careers", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
