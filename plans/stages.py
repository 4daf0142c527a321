"""A way from one career to another as stages of a plan: saved whole, and taken out whole again."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from careers.models import Career
from plans.actions import Refused, add_step, lock, save_career, shorten
from plans.models import Step, Target

# The token of a stage's step is made of this and of the two careers, so that saving a way again finds it.
STAGES = uuid.UUID("6d1c1a52-6df1-4a0c-9d3e-5c1f7e5b0a11")
ROWS = re.compile(r"[cs][1-9]\d{0,17}(-[cs][1-9]\d{0,17})*", re.ASCII)


@dataclass(frozen=True)
class Stage:
    """A career on the way, and what it takes to get there; nothing for the first."""

    career: Career
    needs: str = ""


@dataclass(frozen=True)
class Added:
    """What came into the plan, by key: an address says it as ``c12-c13-s4``."""

    careers: list[int]
    steps: list[int]

    def __bool__(self):
        return bool(self.careers or self.steps)

    def __str__(self):
        return "-".join([*(f"c{key}" for key in self.careers), *(f"s{key}" for key in self.steps)])

    @classmethod
    def read(cls, words: str) -> "Added":
        if not ROWS.fullmatch(words):
            raise Refused("That did not say what to take out of your plan.")
        keys: dict[str, list[int]] = {"c": [], "s": []}
        for part in words.split("-"):
            keys[part[0]].append(int(part[1:]))
        return cls(keys["c"], keys["s"])


@transaction.atomic
def save_stages(*, user, stages: Sequence[Stage]) -> Added:
    """New careers come after those in the plan, in the order of the way; what is there already stays where it is.

    Returns what was not in the plan before.
    """
    plan = lock(user)
    before = [set(rows.values_list("pk", flat=True)) for rows in (plan.targets.kept(), plan.steps.shown())]
    targets, steps, previous = [], [], ""
    for stage in stages:
        target = save_career(user=user, career=stage.career)
        targets.append(target.pk)
        if stage.needs:
            token = uuid.uuid5(STAGES, f"{previous}>{stage.career.slug}")
            words = shorten(stage.needs)
            steps.append(add_step(user=user, text=words, due_on=None, target=target, token=token).pk)
        previous = stage.career.slug
    return Added([key for key in targets if key not in before[0]], [key for key in steps if key not in before[1]])


@transaction.atomic
def remove_stages(*, user, added: Added) -> int:
    """Take out what saving a way put in, to be brought back as anything else. A step goes out of sight, and comes back,
    with a career that goes. Returns how many rows went."""
    lock(user)
    now = timezone.now()
    steps = Step.objects.of(user).kept().filter(pk__in=added.steps).exclude(target__in=added.careers)
    targets = Target.objects.of(user).kept().filter(pk__in=added.careers)
    return steps.update(removed_at=now) + targets.update(removed_at=now)
