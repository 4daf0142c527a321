"""What student and counsellor say to each other, by the goal or step it is about."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from careers.prepared import PreparedModels
from plans.models import Comment, Plan


@dataclass(frozen=True)
class Thread:
    """The remarks at one place; ``anchor`` is None at the plan as a whole."""

    anchor: UUID | None
    comments: list[Comment] = field(default_factory=list)

    @property
    def words(self) -> str:
        return self.comments[-1].anchor_words if self.comments else ""

    @property
    def open(self) -> list[Comment]:
        return [comment for comment in self.comments if comment.settled_at is None]

    @property
    def settled(self) -> list[Comment]:
        return [comment for comment in self.comments if comment.settled_at is not None]


def threads_of(plan: Plan | None) -> dict[UUID | None, Thread]:
    """All remarks of a plan in one query."""
    threads: dict[UUID | None, Thread] = {}
    for comment in comments(plan):
        threads.setdefault(comment.anchor, Thread(comment.anchor)).comments.append(comment)
    return threads


COMMENTS = PreparedModels(lambda plan: Comment.objects.filter(plan=plan), plan=int)


def comments(plan: Plan | None) -> Iterable[Comment]:
    return COMMENTS.all(plan=plan.pk) if plan else ()
