"""What was taken out of a plan lately: to be brought back, or deleted for good."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from plans.models import Step, Target

LATELY, MOST = timedelta(days=30), 50


@dataclass(frozen=True)
class Deleted:
    """``kind`` is ``target`` or ``step``, as in the names of its routes."""

    kind: str
    row: Target | Step

    @property
    def restore(self) -> str:
        return reverse(f"plans:{self.kind}_restore", args=[self.row.pk])

    @property
    def erase(self) -> str:
        return reverse(f"plans:{self.kind}_erase", args=[self.row.pk])


def recently_deleted(user) -> list[Deleted]:
    """The latest first. Two queries, however much there is."""
    steps_kept = Count("steps", filter=Q(steps__removed_at=None))
    targets = latest(Target, user).select_related("career").annotate(steps_kept=steps_kept)[:MOST]
    steps = latest(Step, user)[:MOST]
    rows = [*(Deleted("target", row) for row in targets), *(Deleted("step", row) for row in steps)]
    return sorted(rows, key=lambda deleted: deleted.row.removed_at, reverse=True)[:MOST]


def latest(model, user):
    rows = model.objects.of(user).removed().filter(removed_at__gt=timezone.now() - LATELY)
    return rows.order_by("-removed_at", "pk")
