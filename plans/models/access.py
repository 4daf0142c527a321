"""Who looked at a plan, and who changed what in it: no words of the plan, and nothing that anybody can edit here."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from plans.models.plan import Plan


class Verb(models.TextChoices):
    READ = "read", "read the plan"
    READ_COPY = "read-copy", "read a signed-off copy"
    COMMENTED = "commented", "commented"
    NOTED = "noted", "wrote a note"
    RETURNED = "returned", "sent it back"
    APPROVED = "approved", "signed it off"
    ASSIGNED = "assigned", "gave a step"
    EXEMPTED = "exempted", "exempted from something"
    REMINDED = "reminded", "sent a reminder"
    DOWNLOADED = "downloaded", "downloaded a file"
    REPORTED = "reported", "took it into a report"
    OPENED = "opened", "opened a link"
    ACKNOWLEDGED = "acknowledged", "said that the family read it"
    ADDED = "added", "made the account"
    MOVED = "moved", "moved the student to another group"
    TOOK_OUT = "took-out", "took the student out of a group"
    PASSWORD = "password", "gave a one-time password"
    ALTERED = "altered", "changed the account"
    CLOSED = "closed", "closed the account"
    REOPENED = "reopened", "opened the account again"
    HELD = "held", "had the data kept"
    LIFTED = "lifted", "no longer has the data kept"
    ERASED = "erased", "erased the account"


class AccessQuerySet(models.QuerySet):
    def of(self, user):
        """What was done with this person's plan by others."""
        return self.filter(student=user)


class Access(models.Model):
    """``actor_number`` and ``student_number`` stay when the accounts go: opaque numbers that lead nowhere then.

    No page and no admin changes an entry (tests/pathways/test_entries.py). No trigger of the database refuses it: the
    erasure has to empty entries, by foreign keys too, and a trigger that lets that through would be exceptions in two
    languages, which whoever may write to the database could drop first.
    """

    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    actor_number = models.PositiveBigIntegerField(null=True, help_text="Nobody's where a link was opened.")
    student = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    student_number = models.PositiveBigIntegerField()
    plan = models.ForeignKey(Plan, on_delete=models.SET_NULL, null=True, related_name="accesses")
    verb = models.CharField(max_length=12, choices=Verb)
    about = models.CharField(max_length=40, blank=True, help_text="Which object, by its kind and number: “step 12”.")
    address = models.GenericIPAddressField("from", null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = AccessQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "accesses"
        indexes = [
            models.Index(fields=["student", "-at"], name="plans_access_student"),
            models.Index(fields=["actor", "-at"], name="plans_access_actor"),
        ]

    def __str__(self):
        return f"Access {self.pk}"

    @classmethod
    def held_about(cls, user) -> list[dict]:
        """What others did with a person's plan, and by whom, as its page says it; and what they did with others'.

        Whose plan that was is not told, nor from where anybody else came.
        """
        rows = cls.objects.filter(models.Q(student=user) | models.Q(actor=user)).select_related("actor")
        return [row.told(user) for row in rows]

    def told(self, user) -> dict:
        mine = self.actor_id == user.pk
        by = "you" if mine else str(self.actor or "nobody known")
        words = {"what": self.get_verb_display(), "about": self.about, "on": self.at, "by": by}
        return words | ({"from": self.address} if mine else {})
