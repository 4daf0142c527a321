"""Types of prospect, beside what official figures say of the code."""

from collections.abc import Iterator

from careers.checks.findings import Context, Note, Place, check
from careers.checks.texts import Profile
from careers.documents import labels
from careers.models import Severity

NOT_FALLING = ("stable", "growing")
QUICK_AT_MOST = 3
LONG_AT_LEAST = 3


def types(profile: Profile, *beginnings: str) -> Iterator[str]:
    for name in profile.document.types or ():
        if labels.plain(name).startswith(beginnings):
            yield name


@check(
    "type-falling", Severity.ERROR, "A “Stable” or “Growing” career of which official projections expect fewer jobs."
)
def type_falling(profile: Profile, context: Context) -> Iterator[Note]:
    percent, year = context.evidence.percent, context.evidence.year_to
    if percent is not None and percent < 0:
        for name in types(profile, *NOT_FALLING):
            sentence = f"It is of the type “{name}”, and jobs are projected to fall by {-percent:g}% to {year}."
            yield Note(sentence, (Place("types", name),))


@check(
    "type-zone",
    Severity.WARNING,
    "A “Quick-Start” career that takes much preparation (job zone 4 or 5), or an “Advanced-Study” one that takes "
    "little (1 or 2).",
)
def type_zone(profile: Profile, context: Context) -> Iterator[Note]:
    zone = context.evidence.zone
    wrong = () if zone is None else ("quick",) * (zone > QUICK_AT_MOST) + ("advanced",) * (zone < LONG_AT_LEAST)
    for name in types(profile, *wrong) if wrong else ():
        yield Note(f"It is of the type “{name}”, and its job zone is {zone} of 5.", (Place("types", name),))
