"""Pay as texts state it: “between $30,000 and $40,000 annually”, “$30–40k”, “$21.43 an hour”."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from careers.checks.texts import Sentence

AMOUNT = r"(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?([kK]\b|thousand\b)?"
RANGE = re.compile(rf"\$\s?{AMOUNT}(?:\s*(?:–|—|-|to|and)\s*\$?\s?{AMOUNT})?")
UNITS = (
    (re.compile(r"[^$\d.;,]{0,15}?(?:(?:an|per|each|the) hour|hourly|/ ?h)", re.IGNORECASE), 2080),
    (re.compile(r"[^$\d.;,]{0,15}?(?:(?:a|per|each) week|weekly)", re.IGNORECASE), 52),
    (re.compile(r"[^$\d.;,]{0,15}?(?:(?:a|per|each) month|monthly)", re.IGNORECASE), 12),
)
LEAST_A_YEAR = 10_000
PAY = re.compile(
    r"\b(pay|pays|paid|earn\w*|salar\w+|wages?|income|median|a year|per year|annual\w*|an hour|per hour|hourly)\b", re.I
)
NO_PAY = re.compile(
    r"\b(tuition|fees?|costs?|loans?|scholarships?|bonus\w*|insurance|tax\w*|fines?|grants?|budgets?|prices?|worth|"
    r"debts?|stipends?|save|sells?|machines?|equipment)\b",
    re.I,
)
OF_OTHERS = re.compile(r"\b(?:every|all|any|other) (?:occupations?|jobs?|workers?|kind)\b|\bas a whole\b", re.I)
ENTRY = re.compile(
    r"\b(?:(?i:entry|starting|starts?|starters?|begin\w*|first|early on|short[- ]term|newly)\b|"
    r"[Nn]ew (?!York|Jersey|Mexico|Hampshire|England|Zealand))"
)


@dataclass(frozen=True)
class Pay:
    """Annual pay from ``low`` to ``high`` dollars that a sentence states, and where in it."""

    sentence: Sentence
    low: float
    high: float
    start: int
    end: int


def stated(sentences: Iterable[Sentence]) -> Iterator[Pay]:
    """Every pay of this job that a sentence states; what it says of costs, or of all jobs, is none."""
    for sentence in sentences:
        if "$" in sentence.text and PAY.search(sentence.whole) and not is_no_pay(sentence.text):
            yield from amounts(sentence)


def is_no_pay(words: str) -> bool:
    return bool(NO_PAY.search(words) or OF_OTHERS.search(words))


def amounts(sentence: Sentence) -> Iterator[Pay]:
    for match in RANGE.finditer(sentence.whole):
        first, first_k, second, second_k = match.groups()
        low = number(first, first_k or (second_k if float(first.replace(",", "")) < 1_000 else ""))
        high = number(second, second_k) if second else low
        if second and high < low:
            high = low
        times = next((times for unit, times in UNITS if unit.match(sentence.whole, match.end())), 1)
        if low * times >= LEAST_A_YEAR:
            yield Pay(sentence, low * times, high * times, match.start(), match.end())


def number(digits: str, thousand: str | None) -> float:
    return float(digits.replace(",", "")) * (1_000 if thousand else 1)


def entry_pay(sentences: Iterable[Sentence]) -> Iterator[Pay]:
    """What beginners earn: in each sentence that speaks of them, the pay nearest to where it does."""
    by_sentence: dict[Sentence, list[Pay]] = {}
    for pay in stated(sentences):
        by_sentence.setdefault(pay.sentence, []).append(pay)
    for sentence, pays in by_sentence.items():
        found = ENTRY.search(sentence.whole)
        if found:
            place = found.start()
            yield min(pays, key=lambda pay: min(abs(pay.start - place), abs(pay.end - place)))


def dollars(pay: Pay) -> str:
    return f"${pay.low:,.0f}" if pay.low == pay.high else f"${pay.low:,.0f} to ${pay.high:,.0f}"
