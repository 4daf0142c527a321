"""Files that show what somebody did. They stand in the database: saved, backed up and erased with the row they belong
to, and there for every server."""

import base64

from django.db import models
from django.db.models import Q
from django.utils import timezone

from plans.models.plan import Plan
from plans.models.rows import RemovableQuerySet
from plans.models.steps import Step

MOST_BYTES = 5 * 2**20


class EvidenceQuerySet(RemovableQuerySet):
    def light(self):
        """Without what is in the files: for lists of them."""
        return self.defer("content")

    def seen_by(self, staff):
        """The files in plans of students this member of staff looks after now."""
        return self.kept().filter(plan__in=Plan.objects.seen_by(staff))


class Evidence(models.Model):
    """A file under a step. ``kind`` is what its content was found to be, never what its sender said."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="files")
    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=120)
    kind = models.CharField("media type", max_length=80)
    size = models.PositiveIntegerField(help_text="In bytes.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of its content.")
    content = models.BinaryField()
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["added_at", "pk"]
        verbose_name = "file"
        constraints = [
            models.UniqueConstraint(
                fields=["step", "digest"],
                condition=Q(removed_at__isnull=True),
                name="plans_evidence_once",
                violation_error_message="This file is here already.",
            ),
            models.CheckConstraint(
                name="plans_evidence_size",
                condition=Q(size__range=(1, MOST_BYTES)),
                violation_error_message="A file has at least one byte, and at most 5 MB.",
            ),
        ]

    def __str__(self):
        return self.name

    @classmethod
    def held_about(cls, user) -> list[dict]:
        rows = cls.objects.of(user).select_related("step")
        return [
            {"file": row.name, "what it is": row.kind, "bytes": row.size, "for step": row.step.text,
             "added on": row.added_at, "deleted on": row.removed_at,
             "content as base64": base64.b64encode(row.content).decode()}
            for row in rows
        ]  # fmt: skip
