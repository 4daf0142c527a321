"""Figures in texts say where they are from, and of when."""

import re
from collections.abc import Iterator

from careers.checks.findings import Context, Note, Place, check
from careers.checks.texts import Profile, Text
from careers.models import Severity

MONEY = re.compile(r"\$\s?\d{2,3},\d{3}")
OF_PAY = re.compile(r"\b(?:median|average|mean|percentile|half (?:of|earn)|tenth)\b", re.IGNORECASE)
COUNT = re.compile(r"(?<![$\d,])\d{1,3}(?:,\d{3})+\b|\b\d+(?:\.\d+)?\s?(?:%|per ?cent\b)")
OF_WORK = re.compile(r"\b(?:employ\w*|project\w*|openings|jobs)\b", re.IGNORECASE)
DIGIT = re.compile(r"\d")
SOURCE = re.compile(
    r"\b(?:19|20)\d\d\b|\bBLS\b|Bureau of Labor|O\*NET|\bOEWS\b|\baccording to\b|\bofficial (?:figures|guides)\b", re.I
)


@check(
    "figures-unsourced",
    Severity.WARNING,
    "A text quotes a statistic, and does not say when it is from or whose it is.",
)
def figures_unsourced(profile: Profile, context: Context) -> Iterator[Note]:
    for text in profile.texts.values():
        quoted = first_statistic(text)
        if quoted and not SOURCE.search(text.raw):
            sentence = f"“{text.entry.label}” quotes a figure, and does not say when it is from or whose it is."
            yield Note(sentence, (Place(text.name, quoted),))


def first_statistic(text: Text) -> str | None:
    whole = (sentence.whole for sentence in text.sentences)
    return next((words for words in whole if DIGIT.search(words) and is_statistic(words)), None)


def is_statistic(words: str) -> bool:
    """Official pay, or a count or rate of jobs; what a beginner may expect is the writer's own estimate."""
    return bool((MONEY.search(words) and OF_PAY.search(words)) or (COUNT.search(words) and OF_WORK.search(words)))
