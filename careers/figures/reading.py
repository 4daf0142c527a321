"""All official figures of one occupation, in four queries whatever there is."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from careers.figures.growth import ALL_OCCUPATIONS, average_of
from careers.figures.jobs import JobsFigures
from careers.figures.pay import COLUMNS, POINTS, TOP_CODED, Amount, PayFigures, PlacePay
from careers.figures.people import OnetFigures, Rated, Score, Software
from careers.figures.sourced import SOURCE_FIELDS, Origin, Survey
from careers.models import AreaKind, Pay, Projection, Rating, Technology
from careers.models.pay import NATION
from careers.official.crosswalk import codes_of
from careers.prepared import Prepared

AMOUNTS = tuple(f"{column}_{point}" for column in COLUMNS.values() for point in POINTS)
PLACE = ("area__name", "area__kind", "title", "as_of", "employment", "jobs_per_1000", "location_quotient", "marks")
JOBS = ("year", "year_to", "jobs", "jobs_to", "change", "percent", "openings", "openings_for")
ENTRY = ("education", "experience", "training")
SCORE = ("element__key", "element__kind", "element__name", "value", "answers", "suppress", "not_relevant")


@dataclass(frozen=True)
class Figures:
    """What the official sources say of one occupation; each part is empty where they say nothing."""

    pay: PayFigures
    jobs: JobsFigures | None
    onet: OnetFigures

    def __bool__(self):
        return bool(self.pay or self.jobs or self.onet)


def read_figures(code: str, area: str = "") -> Figures:
    """``code`` is an O*NET-SOC code, ``area`` the postal code of a state, or nothing for the nation alone."""
    onet, soc, group = codes_of(code)
    pay = read_pay(PAY.rows(soc=soc, group=group, state=area), code)
    jobs = read_jobs(JOBS_ROWS.rows(soc=soc, group=group), code)
    return Figures(pay, jobs, read_onet(SCORES.rows(code=onet), SOFTWARE.rows(code=onet)))


def pay_of(soc: str, group: str, state: str) -> QuerySet:
    states = Q(area__state=state, area__kind__in=[AreaKind.STATE, AreaKind.TERRITORY])
    rows = Pay.objects.filter(Q(area__code=NATION) | states, code__in=[soc, group])
    return rows.values_list("code", *SOURCE_FIELDS, *PLACE, *AMOUNTS)


def jobs_of(soc: str, group: str) -> QuerySet:
    rows = Projection.objects.filter(code__in=[soc, group, ALL_OCCUPATIONS])
    return rows.values_list("code", *SOURCE_FIELDS, "title", *JOBS, *ENTRY)


def scores_of(code: str) -> QuerySet:
    rows = Rating.objects.filter(code=code).order_by("element__key")
    return rows.values_list(*SOURCE_FIELDS, *SCORE, "collected", "by")


def software_of(code: str) -> QuerySet:
    rows = Technology.objects.filter(code=code).order_by("-in_demand", "-hot", "name")
    return rows.values_list(*SOURCE_FIELDS, "name", "hot", "in_demand")


PAY = Prepared(pay_of, soc=str, group=str, state=str)
JOBS_ROWS = Prepared(jobs_of, soc=str, group=str)
SCORES = Prepared(scores_of, code=str)
SOFTWARE = Prepared(software_of, code=str)
ORIGIN = len(SOURCE_FIELDS)


def covers(code: str, found: str, title: str) -> str:
    """The name of the group where figures found under one code are about more than the occupation of another."""
    return "" if f"{found}.00" == code else title


def read_pay(rows: list[tuple], code: str) -> PayFigures:
    """One row a place: that of the exact code before that of its group."""
    places = {}
    for found, *row in sorted(rows, key=lambda row: row[0] == code[:7]):
        place = place_pay(code, found, row)
        places[place.is_nation] = place
    return PayFigures(nation=places.get(True), state=places.get(False))


def place_pay(code: str, found: str, row: list) -> PlacePay:
    origin, row = Origin(*row[:ORIGIN]), row[ORIGIN:]
    name, kind, title, as_of, employment, per_1000, quotient, marks = row[: len(PLACE)]
    values = dict(zip(AMOUNTS, row[len(PLACE) :], strict=True))
    amounts = {name: Amount(value, over=marks.get(name) == TOP_CODED) for name, value in values.items()}
    # OEWS calls the nation "U.S."
    place = "United States" if kind == AreaKind.NATION else name
    return PlacePay(place, kind, covers(code, found, title), as_of, employment, per_1000, quotient, amounts, origin)


def read_jobs(rows: list[tuple], code: str) -> JobsFigures | None:
    by_code = {row[0]: row[1:] for row in rows}
    total = by_code.pop(ALL_OCCUPATIONS, None)
    if not by_code:
        return None
    found = code[:7] if code[:7] in by_code else next(iter(by_code))
    row = by_code[found]
    origin, title, values = Origin(*row[:ORIGIN]), row[ORIGIN], row[ORIGIN + 1 :]
    stated = dict(zip(JOBS, total[ORIGIN + 1 :], strict=False))["percent"] if total else None
    average = average_of(values[0]) if stated is None else stated
    jobs = JobsFigures(covers(code, found, title), *values, average, origin)
    return jobs if jobs.says_something else None


def read_onet(scores: list[tuple], software: list[tuple]) -> OnetFigures:
    kinds: dict[str, list[tuple[Score, tuple]]] = {}
    for row in scores:
        score = Score(*row[ORIGIN:])
        kinds.setdefault(score.kind, []).append((score, row[:ORIGIN]))
    rated = {kind: read_kind([score for score, _ in found], Origin(*found[0][1])) for kind, found in kinds.items()}
    return OnetFigures(rated, [Software(*row[ORIGIN:], Origin(*row[:ORIGIN])) for row in software])


def read_kind(scores: list[Score], origin: Origin) -> Rated:
    """What O*NET advises against showing is left out, and counted."""
    shown = [score for score in scores if not score.suppress]
    first = (shown or scores)[0]
    survey = Survey(first.by, first.answers, first.collected, suppressed=len(scores) - len(shown))
    return Rated(shown, survey, origin)
