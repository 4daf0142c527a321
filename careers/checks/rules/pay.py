"""Pay: two texts, and texts and official figures, must agree."""

from collections.abc import Iterator
from itertools import combinations

from careers.checks import money
from careers.checks.findings import Context, Note, Place, check
from careers.checks.texts import Profile
from careers.models import Severity

APART = 0.10
MARGIN = 0.20


@check(
    "pay-differs",
    Severity.ERROR,
    f"Two texts name different pay at entry: the lower or the upper end is more than {APART:.0%} apart.",
)
def pay_differs(profile: Profile, context: Context) -> Iterator[Note]:
    pairs = combinations(money.entry_pay(profile.claims), 2)
    widest = max(pairs, key=lambda pair: apart(*pair), default=None)
    if widest and apart(*widest) > APART:
        one, other = widest
        sentence = f"Two texts name different pay at entry: {money.dollars(one)} a year, and {money.dollars(other)}."
        yield Note(sentence, (place(one), place(other)))


def apart(one: money.Pay, other: money.Pay) -> float:
    """How far apart, as a part of the larger sum; one sum is as good as a range that it lies in."""
    if one.low == one.high:
        return outside(one.low, other)
    if other.low == other.high:
        return outside(other.low, one)
    return max(
        abs(one.low - other.low) / max(one.low, other.low), abs(one.high - other.high) / max(one.high, other.high)
    )


def outside(value: float, pay: money.Pay) -> float:
    return max(0, (pay.low - value) / pay.low, (value - pay.high) / value)


@check(
    "pay-outside",
    Severity.ERROR,
    f"A text names pay more than {MARGIN:.0%} below the 10th or above the 90th percentile of the official figures.",
)
def pay_outside(profile: Profile, context: Context) -> Iterator[Note]:
    known = context.evidence.pay
    low, high = known.get(10), known.get(90)
    for pay in money.stated(profile.claims):
        if (low and pay.low < low * (1 - MARGIN)) or (high and pay.high > high * (1 + MARGIN)):
            bounds = " to ".join(f"${value:,}" if value else "no published end" for value in (low, high))
            sentence = (
                f"A text names {money.dollars(pay)} a year, and official figures say {bounds} "
                f"for all but the lowest and highest tenth ({context.evidence.pay_source})."
            )
            yield Note(sentence, (place(pay),))


def place(pay: money.Pay) -> Place:
    return Place(pay.sentence.name, pay.sentence.whole)
