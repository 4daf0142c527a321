"""The shares, as text."""

from collections.abc import Iterator, Sequence

from tests.search_quality.asking import Answer
from tests.search_quality.judged import KINDS

WITHIN = (1, 3, 10)
GOAL = (75, 90, 97)


def shares(answers: Sequence[Answer]) -> list[float]:
    """Per cent with a right career first, in the first three and in the first ten."""
    places = [answer.place for answer in answers]
    return [100 * sum(place is not None and place <= depth for place in places) / len(places) for depth in WITHIN]


def table(answers: Sequence[Answer]) -> Iterator[str]:
    tuned = [answer for answer in answers if not answer.query.kept]
    yield f"{'A right career stands':24}{'queries':>8}{'first':>9}{'in 3':>9}{'in 10':>9}"
    yield line("Tuned on", tuned)
    yield line("Kept apart", [answer for answer in answers if answer.query.kept])
    yield f"{'Goal':32}" + "".join(f"{goal:8d}%" for goal in GOAL)
    yield ""
    for kind in KINDS:
        yield line(f"Tuned on: {kind}", [answer for answer in tuned if answer.query.kind == kind])
    yield line("Tuned on: hard ones", [answer for answer in tuned if answer.query.hard])


def line(name: str, answers: Sequence[Answer]) -> str:
    return f"{name:24}{len(answers):8d}" + "".join(f"{share:8.1f}%" for share in shares(answers))


def misses(answers: Sequence[Answer]) -> Iterator[str]:
    """Queries of the part tuned on whose first career is not right, and what came instead; the others stay unseen."""
    for answer in answers:
        if not answer.query.kept and answer.place != 1:
            came = "; ".join(title for _, title in answer.careers[:3]) or "nothing"
            yield f"{answer.place or '–':>3}  {answer.query.kind}: {answer.query.text} → {came}"
