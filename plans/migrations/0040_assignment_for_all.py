from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_done_has_day")]

    operations = [
        migrations.AddField(
            model_name="assignment",
            name="for_all",
            field=models.BooleanField(default=True, help_text="Whoever joins the group later gets it too."),
        ),
    ]
