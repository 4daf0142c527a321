"""What an address asks to compare. Whatever it says that we cannot do becomes a sentence, and the rest is done."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

from careers.figures.people import LETTERS
from careers.interests.answers import Answers, Unreadable
from careers.sections import BY_KEY, TEXTS, Entry

MOST = 4
# So many are looked up, so that an unknown one does not take the place of one that we have.
MOST_ASKED = 8
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,120}")
WEIGHED = ("pay", "study", "remote", "security", "interests")
WEIGHTS = ("0", "1", "2", "3")
SHOWN, LONGEST_SHOWN = 3, 40


@dataclass(frozen=True)
class Asked:
    """``slugs`` once each and in order; ``liked`` are letters of RIASEC. ``answers`` are those of the finder, all given
    and not all alike; they go before what is ticked here.

    ``wrong`` are sentences on what of the address is left out.
    """

    slugs: list[str]
    sections: list[Entry]
    weights: dict[str, int]
    liked: str
    wrong: list[str] = field(default_factory=list)
    answers: Answers | None = None

    @classmethod
    def of(cls, data: QueryDict) -> "Asked":
        given = [slug.strip() for slug in data.getlist("career") if slug.strip()]
        slugs, keys = list(dict.fromkeys(given)), data.getlist("section")
        weights, wrong = weights_of(data)
        twice = [slug for slug in slugs if given.count(slug) > 1] if len(given) < 100 else slugs[:1]
        unknown = [key for key in keys if key and BY_KEY.get(key) not in TEXTS]
        wrong += [f"You asked for {quoted(twice)} more than once. Once is enough."] if twice else []
        wrong += [f"There is no section {quoted(unknown)}, so it is left out."] if unknown else []
        liked = "".join(letter for letter in LETTERS if letter in data.getlist("like"))
        answers, unusable = answers_of(data.get("a", ""))
        return cls(slugs, [entry for entry in TEXTS if entry.key in keys], weights, liked, wrong + unusable, answers)

    @property
    def likes(self) -> tuple[float, ...]:
        """In the order of RIASEC: the finder's scores; else one for what is liked and nothing for the rest."""
        if self.answers:
            return tuple(float(score) for score in self.answers.scores)
        return tuple(float(letter in self.liked) for letter in LETTERS)

    @property
    def counted(self) -> dict[str, int]:
        """The weights less that of interests where nothing is liked: there is nothing to go by."""
        return {key: weight for key, weight in self.weights.items() if self.says_likes or key != "interests"}

    @property
    def says_likes(self) -> bool:
        return bool(self.liked or self.answers)

    @property
    def to_find(self) -> list[str]:
        """What can be a career's address at all."""
        return [slug for slug in self.slugs if SLUG.fullmatch(slug)][:MOST_ASKED]

    def told(self, shown: Sequence[str], found: Sequence[str]) -> list[str]:
        """The sentences, when of what was asked for these are shown and these were found."""
        missing = set(self.to_find) - set(found)
        unknown = [slug for slug in self.slugs if slug in missing or not SLUG.fullmatch(slug)]
        over = [slug for slug in self.slugs if slug not in shown and slug not in unknown]
        told = [f"We do not know {quoted(unknown)}, so it is left out."] if unknown else []
        told += [f"Four careers fit side by side. Left out: {quoted(over)}."] if over else []
        return told + self.wrong


def weights_of(data: QueryDict) -> tuple[dict[str, int], list[str]]:
    """How much each measure weighs, 0 to 3."""
    given = {key: data.get(key, "").strip() or "0" for key in WEIGHED}
    wrong = [words for words in given.values() if words not in WEIGHTS]
    weights = {key: int(words) if words in WEIGHTS else 0 for key, words in given.items()}
    return weights, [f"A weight is 0, 1, 2 or 3, so {quoted(wrong)} counts as 0."] if wrong else []


def answers_of(code: str) -> tuple[Answers | None, list[str]]:
    """The finder's answers of an address, where they can be weighed; else why not."""
    if not code:
        return None, []
    try:
        answers = Answers.read(code)
    except Unreadable:
        return None, ["The answers in this address cannot be read, so they are left out."]
    if answers.missing:
        return None, [f"{answers.missing} of the answers in this address are missing, so none of them is weighed."]
    if len(set(answers.scores)) == 1:
        return None, ["By your answers you like all six kinds of things alike, so they cannot be weighed."]
    return answers, []


def quoted(words: Sequence[str]) -> str:
    """The first few of them, each cut where it is too long to be meant."""
    cut = [each if len(each) <= LONGEST_SHOWN else f"{each[:LONGEST_SHOWN]}…" for each in words[:SHOWN]]
    more = len(words) - len(cut)
    return ", ".join(f"“{each}”" for each in cut) + (f" and {more} more" if more else "")
