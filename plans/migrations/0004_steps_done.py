"""Steps that have a day on which they were done are in the state “done”."""

from django.db import migrations


def say_done(apps, schema_editor):
    apps.get_model("plans", "Step").objects.filter(done_on__isnull=False).update(state="done")


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_living_plans")]
    operations = [migrations.RunPython(say_done, migrations.RunPython.noop)]
