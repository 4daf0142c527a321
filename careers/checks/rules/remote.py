"""How much can be done from home: once, and the same everywhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careers.checks.findings import Context, Note, Place, check
from careers.checks.texts import Profile, Sentence
from careers.models import Remote, Severity

LEVELS = {
    Remote.NONE: "none|impossible|not possible|zero",
    Remote.LIMITED: "limited|low|minimal|rare|seldom|small",
    Remote.SOME: "some|moderate|partial|medium",
    Remote.MOSTLY: "mostly|high|excellent|strong|great|very common",
}
OPENING = re.compile(r"(none|limited|some|moderate|mostly|high)\b", re.IGNORECASE)
HINT = re.compile(r"[Rr]emote|home|[Tt]elework")
SAID = re.compile(
    r"\b(?:remote(?:ly)?|from home|home working|telework\w*)\b[^.,;]{0,80}?\b(?:is|are|remains?|stays?)\s+"
    r"(?:(?:very|quite|fairly|rather|generally|usually|often|somewhat)\s+)?"
    rf"({'|'.join(LEVELS.values())})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    sentence: Sentence
    level: Remote

    @property
    def place(self) -> Place:
        return Place(self.sentence.name, self.sentence.whole)


def said(profile: Profile) -> Iterator[Said]:
    """The section begins with the level, or a sentence anywhere says what it is."""
    for place, sentence in enumerate(profile.of("remote")[:1] + profile.claims):
        found = OPENING.match(sentence.text) if place == 0 and sentence.name == "remote" else None
        found = found or (HINT.search(sentence.whole) and SAID.search(sentence.whole))
        if found:
            yield Said(sentence, level_of(found.group(1)))


def level_of(word: str) -> Remote:
    return next(level for level, words in LEVELS.items() if word.casefold() in words.split("|"))


@check("remote-differs", Severity.ERROR, "Remote work is said to be possible to two different degrees.")
def remote_differs(profile: Profile, context: Context) -> Iterator[Note]:
    if pair := two_levels(profile):
        low, high = pair
        sentence = f"Remote work is said in two ways: {low.level.label}, and {high.level.label}."
        yield Note(sentence, (low.place, high.place))


def two_levels(profile: Profile) -> tuple[Said, Said] | None:
    found = sorted(said(profile), key=lambda one: one.level)
    return (found[0], found[-1]) if found and found[0].level < found[-1].level else None


@check("remote-fact", Severity.ERROR, "The texts agree on remote work, and the fact “remote work” says something else.")
def remote_fact(profile: Profile, context: Context) -> Iterator[Note]:
    stated, first = profile.document.remote, next(said(profile), None)
    if stated is None or first is None or two_levels(profile):
        return
    level = Remote[stated.upper()]
    if first.level != level:
        sentence = f"A text says: {first.level.label}. The fact says: {level.label}."
        yield Note(sentence, (Place("remote-fact", level.label), first.place))
