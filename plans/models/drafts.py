"""What somebody is typing in a form, kept every few seconds until it is saved."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Draft(models.Model):
    """The fields of one form of one person, by the form's address."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    form = models.CharField(max_length=200, help_text="The path of the form's page.")
    fields = models.JSONField()
    version = models.CharField(max_length=40, blank=True, help_text="The version of the row it was begun from.")
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-saved_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "form"],
                name="plans_draft_once",
                violation_error_message="There is a draft of this form already.",
            ),
        ]

    def __str__(self):
        return f"Draft {self.pk}"

    @classmethod
    def held_about(cls, user) -> list[dict]:
        return [
            {"typed and not saved": row.fields, "in": row.form, "on": row.saved_at}
            for row in cls.objects.filter(user=user)
        ]
