"""The official facts on an occupation, listed at the head of each chapter of a career's form: what to write from."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.functional import SimpleLazyObject

from careers import glance
from careers.bands import OUTLOOK, band_of
from careers.models import (
    ElementKind,
    Occupation,
    Pay,
    Projection,
    Rating,
    RelatedOccupation,
    Source,
    Technology,
)
from careers.official.crosswalk import codes_of
from careers.sections import GETTING_IN, MOVING_ON, PAY, SHORT, WORK

MOST = 8


class Fact(NamedTuple):
    label: str
    words: str
    source: Source


def beside(fieldsets: tuple, code: str) -> list[tuple[str, dict]]:
    """The fieldsets of the chapters, each with its facts above its texts, read when they are shown."""
    said = {name: SimpleLazyObject(partial(facts, name, code)) for name, _ in fieldsets}
    return [(name, options | {"description": said[name]}) for name, options in fieldsets]


def facts(chapter: str, code: str) -> str:
    read = READERS.get(chapter)
    found = list(read(code)) if read and code else []
    return render_to_string("admin/careers/_official.html", {"facts": found}) if found else ""


def first(rows, code):
    """Of the rows on this code, the one on the most exact form of it."""
    found = {row.code: row for row in rows.filter(code__in=[each for each in codes_of(code) if each])}
    return next((found[each] for each in codes_of(code) if each in found), None)


def short(code: str) -> Iterator[Fact]:
    for occupation in Occupation.objects.filter(code=code).select_related("source"):
        yield Fact("Official title", occupation.title, occupation.source)
        if occupation.description:
            yield Fact("In O*NET’s words, not to be copied", occupation.description, occupation.source)


def work(code: str) -> Iterator[Fact]:
    tools = Technology.objects.filter(code=code).select_related("source").order_by("-in_demand", "-hot", "name")
    yield from listed("Software people use", [(tool.name, tool.source) for tool in tools[:MOST]])
    yield from rated("Work styles that matter most", code, ElementKind.STYLE)


def getting_in(code: str) -> Iterator[Fact]:
    zone = Rating.objects.filter(code=code, element__kind=ElementKind.ZONE).select_related("source").first()
    if zone:
        yield Fact("Job zone, 1 (little preparation) to 5 (a great deal)", f"{zone.value:g}", zone.source)
    if projection := first(Projection.objects.select_related("source"), code):
        stated = {
            "Education for entry": projection.education,
            "Experience in other work": projection.experience,
            "Training on the job": projection.training,
        }
        yield from (Fact(label, words, projection.source) for label, words in stated.items() if words)
    yield from rated("Skills that matter most", code, ElementKind.SKILL)
    yield from rated("Knowledge that matters most", code, ElementKind.KNOWLEDGE)
    yield from rated("Education that people in the job say it needs", code, ElementKind.EDUCATION, "%")


def pay(code: str) -> Iterator[Fact]:
    if row := first(glance.national_pay().select_related("source"), code):
        yield from (Fact(label, words, row.source) for label, words in pay_words(row))
    if projection := first(Projection.objects.select_related("source"), code):
        yield from (Fact(label, words, projection.source) for label, words in outlook_words(projection))


def pay_words(row: Pay) -> Iterator[tuple[str, str]]:
    if row.annual_median:
        yield "Median pay in the United States", f"${row.annual_median:,} a year"
    if row.annual_p10 and row.annual_p90:
        yield "Eight in ten earn", f"${row.annual_p10:,} to ${row.annual_p90:,} a year"
    if row.employment:
        yield "People employed", f"{row.employment:,}"


def outlook_words(projection: Projection) -> Iterator[tuple[str, str]]:
    if outlook := band_of(projection.percent, OUTLOOK):
        yield f"Change in jobs to {projection.year_to}", f"{projection.percent:+g}%: {outlook.label.lower()}"
    if projection.openings:
        together = f", together for {projection.openings_for}" if projection.openings_for else ""
        yield "Openings a year", f"{projection.openings:,}{together}"


def moving_on(code: str) -> Iterator[Fact]:
    rows = list(RelatedOccupation.objects.filter(code=code).select_related("source").order_by("rank")[:MOST])
    titles = dict(Occupation.objects.filter(code__in=[row.to_code for row in rows]).values_list("code", "title"))
    yield from listed("Most alike", [(titles[row.to_code], row.source) for row in rows if row.to_code in titles])


def rated(label: str, code: str, kind: ElementKind, unit: str = "") -> Iterator[Fact]:
    """The highest first, without those whose sample O*NET finds too small."""
    found = Rating.objects.filter(code=code, element__kind=kind, suppress=False, value__gt=0)
    rows = found.select_related("element", "source").order_by("-value", "element__name")[:MOST]
    names = [(row.element.name.partition(" - ")[0], row) for row in rows]
    yield from listed(label, [(f"{name} {row.value:.0f}{unit}" if unit else name, row.source) for name, row in names])


def listed(label: str, named: list[tuple[str, Source]]) -> Iterator[Fact]:
    if named:
        yield Fact(label, "; ".join(name for name, _ in named), named[0][1])


READERS = {SHORT: short, WORK: work, GETTING_IN: getting_in, PAY: pay, MOVING_ON: moving_on}
