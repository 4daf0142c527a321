"""What counsellors say to a plan: decisions with the copy they are about, comments at a place, and notes."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from plans.models.plan import Plan


class Decision(models.TextChoices):
    APPROVED = "approved", "Signed off"
    RETURNED = "returned", "Sent back"


class Review(models.Model):
    """One decision, and what it was about: the plan as a document, frozen, with its hash. No row is ever changed."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="reviews")
    revision = models.PositiveIntegerField()
    decision = models.CharField(max_length=8, choices=Decision)
    note = models.TextField(blank=True, max_length=4_000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150, help_text="Who decided, as they were called then.")
    at = models.DateTimeField(default=timezone.now)
    document = models.JSONField(help_text="The plan as it was read.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the document as canonical JSON.")

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "revision"],
                condition=Q(decision=Decision.APPROVED),
                name="plans_review_approved_once",
                violation_error_message="This revision is signed off already.",
            ),
            models.CheckConstraint(
                name="plans_review_return_has_reason",
                condition=~Q(decision=Decision.RETURNED) | ~Q(note=""),
                violation_error_message="Say what should change before you send it back.",
            ),
        ]

    def __str__(self):
        return f"Review {self.pk}"

    @classmethod
    def held_about(cls, user) -> list[dict]:
        return [
            {"revision": row.revision, "decision": row.get_decision_display(), "said": row.note, "by": row.by_name,
             "on": row.at, "plan as it was read": row.document, "hash": row.digest}
            for row in cls.objects.filter(plan__user=user)
        ]  # fmt: skip


class Comment(models.Model):
    """A remark, by student or staff, at the plan as a whole or at one of its rows, which it names by its token."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="comments")
    anchor = models.UUIDField(null=True, blank=True, help_text="The token of the goal or step it is about.")
    anchor_words = models.CharField(max_length=120, blank=True, help_text="Its words then, should they go.")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    author_name = models.CharField(max_length=150)
    by_staff = models.BooleanField()
    text = models.TextField(max_length=2_000)
    token = models.UUIDField(default=uuid.uuid4)
    at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "token"],
                name="plans_comment_sent_once",
                violation_error_message="This was said already.",
            ),
            models.CheckConstraint(
                name="plans_comment_has_text",
                condition=~Q(text=""),
                violation_error_message="Write what you want to say.",
            ),
        ]

    def __str__(self):
        return f"Comment {self.pk}"

    @classmethod
    def held_about(cls, user) -> list[dict]:
        """What was said at a person's plan, and what they said at others': the words it is about are the others'."""
        rows = cls.objects.filter(Q(plan__user=user) | Q(author=user)).select_related("plan")
        return [
            {"about": (row.anchor_words or "the plan") if row.plan.user_id == user.pk else "the plan of a student",
             "said": row.text, "by": row.author_name, "on": row.at, "settled on": row.settled_at}
            for row in rows
        ]  # fmt: skip


class NoteQuerySet(models.QuerySet):
    def shared(self):
        """What the student reads too."""
        return self.filter(is_private=False)


class Note(models.Model):
    """What a counsellor writes down about a student: to be read by the student too, unless it is marked private."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="staff_notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    author_name = models.CharField(max_length=150)
    text = models.TextField(max_length=4_000)
    is_private = models.BooleanField("private: only staff read it", default=False)
    token = models.UUIDField(default=uuid.uuid4)
    at = models.DateTimeField(default=timezone.now)

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "token"], name="plans_note_sent_once", violation_error_message="This was noted already."
            ),
            models.CheckConstraint(
                name="plans_note_has_text",
                condition=~Q(text=""),
                violation_error_message="Write what to remember.",
            ),
        ]

    def __str__(self):
        return f"Note {self.pk}"

    @classmethod
    def held_about(cls, user) -> list[dict]:
        """A student's own download leaves out what staff keep to themselves; those who wrote it have it in theirs."""
        rows = cls.objects.filter(Q(plan__user=user, is_private=False) | Q(author=user))
        return [{"note": row.text, "by": row.author_name, "on": row.at, "private": row.is_private} for row in rows]
