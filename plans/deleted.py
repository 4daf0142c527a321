"""What was taken out of a plan lately: to be brought back, or deleted for good."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Model, Q
from django.urls import reverse
from django.utils import timezone

from plans.kinds import KINDS
from plans.models import Evidence, Step, Target

LATELY, MOST = timedelta(days=30), 50


@dataclass(frozen=True)
class Deleted:
    """``kind`` is ``target``, ``step``, ``file`` or a key of ``KINDS``, as in the names of its routes."""

    kind: str
    row: Model

    @property
    def restore(self) -> str:
        return self.address("restore")

    @property
    def erase(self) -> str:
        return self.address("erase")

    @property
    def one(self) -> str:
        return KINDS[self.kind].one if self.kind in KINDS else self.kind

    def address(self, what: str) -> str:
        if self.kind in KINDS:
            return reverse(f"plans:row_{what}", args=[self.kind, self.row.pk])
        return reverse(f"plans:{self.kind}_{what}", args=[self.row.pk])


def recently_deleted(user, rows: Iterable[Deleted] = ()) -> list[Deleted]:
    """The latest first, with ``rows`` that were read with the plan. Three queries, however much there is."""
    steps_kept = Count("steps", filter=Q(steps__removed_at=None))
    targets = latest(Target, user).select_related("career").annotate(steps_kept=steps_kept)[:MOST]
    found = [*rows, *(Deleted("target", row) for row in targets)]
    found += [Deleted("step", row) for row in latest(Step, user)[:MOST]]
    found += [Deleted("file", row) for row in latest(Evidence, user).defer("content")[:MOST]]
    return sorted(found, key=lambda deleted: deleted.row.removed_at, reverse=True)[:MOST]


def latest(model, user):
    rows = model.objects.of(user).removed().filter(removed_at__gt=since())
    return rows.order_by("-removed_at", "pk")


def since():
    return timezone.now() - LATELY
