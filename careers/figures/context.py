"""What the templates of the figures need, worked out from what was read."""

import datetime
from functools import cache

from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from careers.charts import Bar, bars, pay_bars
from careers.figures.jobs import JobsFigures
from careers.figures.pay import POINTS, PayFigures
from careers.figures.people import OnetFigures
from careers.figures.reading import Figures
from careers.figures.sourced import is_old
from careers.models import ElementKind
from pathways.states import STATES


def has(figures: Figures, key: str) -> bool:
    """Whether there is anything to show in a part: none of them is ever an empty heading."""
    pay, jobs, onet = figures.pay, figures.jobs, figures.onet
    there = {
        "figures-pay": pay,
        "figures-outlook": jobs,
        "figures-interests": onet.interests,
        "figures-tools": onet.software,
        "figures-skills": {ElementKind.SKILL, ElementKind.KNOWLEDGE} & onet.kinds.keys(),
        "figures-preparation": onet.zone or ElementKind.EDUCATION in onet.kinds or (jobs and jobs.entry),
    }
    return bool(there[key])


def context_of(figures: Figures, *, area: str, unit: str, month: datetime.date) -> dict[str, object]:
    shown_unit = figures.pay.unit(unit)
    context = {"pay": figures.pay, "jobs": figures.jobs, "onet": figures.onet}
    context |= {"unit": shown_unit, "asked_unit": unit, "area": area, "state": STATES.get(area, "")}
    context |= pay_context(figures.pay, shown_unit) | onet_context(figures.onet, month)
    context |= {"old_pay": {as_of for _, as_of, _ in figures.pay.origins if is_old(as_of, month)}}
    context |= {"state_options": state_options(area)}
    return context | {"jobs_bars": jobs_bars(figures.jobs)}


def pay_context(pay: PayFigures, unit: str) -> dict[str, object]:
    """The chart, and the table under it: point, what it means, and the amount in each place."""
    at = [place.at(unit) for place in pay.places]
    rows = [(point, words, [amounts[point].cell for amounts in at]) for point, words in POINTS.items()]
    context = {"pay_bars": pay_bars(pay.places, unit), "pay_rows": rows, "pay_fact": pay_fact(pay, unit)}
    return context | {"pay_over": pay.any_over(unit)}


def pay_fact(pay: PayFigures, unit: str) -> dict[str, str] | None:
    """The median at the top of the profile: of the nation, and of the state where one is chosen."""
    if not pay.nation or not pay.nation.at(unit)["median"].stated:
        return None
    state = f"{pay.state.place}: {pay.state.at(unit)['median']}" if pay.state else ""
    median = str(pay.nation.at(unit)["median"])
    of = f" for {pay.nation.covers}" if pay.nation.covers else ""
    about = f"the median{of}, {pay.nation.as_of:%B %Y}, {pay.nation.place}"
    return {
        "title": f"Pay, {'a year' if unit == 'year' else 'an hour'}",
        "words": median,
        "about": about,
        "state": state,
    }


@cache
def state_options(area: str) -> SafeString:
    """The choices of the select, made once for each that is chosen: there are many, and they stay as they are."""
    options = ((code, mark_safe(" selected") if code == area else "", name) for code, name in STATES.items())
    return format_html_join("", '<option value="{}"{}>{}</option>', options)


def jobs_bars(jobs: JobsFigures | None) -> list[Bar]:
    if not jobs or jobs.jobs is None or jobs.jobs_to is None:
        return []
    values = ((jobs.year, jobs.jobs), (jobs.year_to, jobs.jobs_to))
    return bars([(str(year), f"{number:,} jobs", number) for year, number in values])


def onet_context(onet: OnetFigures, month: datetime.date) -> dict[str, object]:
    kinds = {kind.name: onet.kinds[kind] for kind in ElementKind if kind in onet.kinds}
    education = kinds["EDUCATION"].answered if "EDUCATION" in kinds else []
    return {
        "kinds": kinds,
        "old": {name: rated.survey.is_old(month) for name, rated in kinds.items()},
        "education_bars": bars([(score.label, score.percent, score.value) for score in education], most=100),
        "skill_bars": importance_bars(onet, ElementKind.SKILL),
        "knowledge_bars": importance_bars(onet, ElementKind.KNOWLEDGE),
    }


def importance_bars(onet: OnetFigures, kind: ElementKind) -> list[Bar]:
    """As long as it is important: the scale goes from 1 to 5."""
    best = onet.kinds[kind].best if kind in onet.kinds else []
    return bars([(score.name, score.importance, score.value - 1) for score in best], most=4)
