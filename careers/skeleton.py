"""A visitor's profile, put together instead of rendered anew.

Profiles of one structure (as many types, the same sections written, …) differ in their words alone: the template of
the page is rendered once a process for each structure, with a place such as ``~~title~~`` for each word; after that a
page is one substitution. A test holds the result equal, to the byte, to what the template says.
"""

import re
from html import escape
from types import SimpleNamespace
from urllib.parse import quote

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from careers.figures.shown import NOTHING, Shown
from careers.reading import Named, NextJob, Profile

PLACE = re.compile(r"~~(\w+)~~")
MOST_KEPT = 1_000
NOUGHT = "\0"
skeletons: dict[tuple, list[str]] = {}  # words and names of places in turn


def page(request: HttpRequest, profile: Profile, figures: Shown = NOTHING) -> str:
    """The page of a published career as every visitor gets it."""
    structure = structure_of(profile, figures)
    if structure not in skeletons:
        if len(skeletons) >= MOST_KEPT:
            skeletons.clear()
        made = render_to_string("careers/career_detail.html", stand_in(profile, figures), request)
        skeletons[structure] = PLACE.split(made)
    said = escaped(words(profile))
    said["here"] = quote(request.get_full_path(), safe="")
    said["facts"] = figures.facts
    read = profile.texts or figures.parts
    # The request among the rest: as an argument it would bring what every page says of the site, and texts say none.
    context = vars(profile) | {"figures": figures, "request": request}
    said["body"] = render_to_string("careers/_texts.html", context) if read else ""
    return filled(skeletons[structure], said)


def filled(skeleton: list[str], said: dict[str, str]) -> str:
    pieces = skeleton.copy()
    pieces[1::2] = [said[name] for name in skeleton[1::2]]
    return "".join(pieces)


def structure_of(profile: Profile, figures: Shown) -> tuple:
    """What of a profile decides which parts its page has."""
    career = profile.career
    return (
        *map(bool, (career.education_label, career.remote_label, career.subjects, profile.titles)),
        *map(bool, (profile.before, profile.after, career.facts_only)),
        len(profile.types),
        tuple((bool(job.needs), bool(job.years)) for job in profile.next_jobs),
        len(profile.jobs_before),
        tuple(sorted(profile.texts)),
        tuple(figures.parts),
    )


def words(profile: Profile) -> dict[str, str]:
    """Every word of a profile's page but its texts, by the name of its place."""
    career, category = profile.career, profile.career.category
    said = {"slug": career.slug, "title": career.title, "summary": career.summary, "hue": str(category.hue)}
    said |= {"category": category.name, "category_slug": category.slug, "subjects": ", ".join(career.subjects)}
    said |= {"education": career.education_label, "remote": career.remote_label, "titles": ", ".join(profile.titles)}
    for name, named in links(profile):
        said |= {name: named.title, f"{name}_slug": named.slug}
    for number, job in enumerate(profile.next_jobs):
        said |= {f"needs{number}": job.needs, f"years{number}": job.years}
    return said


def escaped(said: dict[str, str]) -> dict[str, str]:
    """All at once: there are dozens, most of a word or two."""
    values = escape(NOUGHT.join(said.values())).split(NOUGHT)
    if len(values) != len(said):  # one of them has that character in it
        values = [escape(value) for value in said.values()]
    return dict(zip(said, values, strict=True))


def links(profile: Profile) -> list[tuple[str, Named]]:
    types = [(f"type{number}", type_) for number, type_ in enumerate(profile.types)]
    jobs = [(f"job{number}", job.career) for number, job in enumerate(profile.next_jobs)]
    jobs += [(f"from{number}", career) for number, career in enumerate(profile.jobs_before)]
    around = [(name, named) for name, named in (("before", profile.before), ("after", profile.after)) if named]
    return types + jobs + around


def stand_in(profile: Profile, figures: Shown) -> dict[str, object]:
    """The template's context for a profile of this structure, with a place where it has words."""
    named = {name: Named(place(f"{name}_slug"), place(name)) for name, _ in links(profile)}
    return {
        "career": stand_in_career(profile),
        "types": [named[f"type{number}"] for number in range(len(profile.types))],
        "titles": [place("titles")] if profile.titles else [],
        "texts": profile.texts,
        "figures": Shown(mark_safe(place("facts", figures.facts)), figures.parts),  # noqa: S308 — our own words
        "next_jobs": [
            NextJob(named[f"job{number}"], place(f"needs{number}", job.needs), place(f"years{number}", job.years))
            for number, job in enumerate(profile.next_jobs)
        ],
        "jobs_before": [named[f"from{number}"] for number in range(len(profile.jobs_before))],
        "before": named.get("before"),
        "after": named.get("after"),
        "body": mark_safe(place("body")),  # noqa: S308 — the texts were cleaned when they were saved
        "here": place("here"),
    }


def stand_in_career(profile: Profile) -> SimpleNamespace:
    career = profile.career
    return SimpleNamespace(
        slug=place("slug"),
        title=place("title"),
        summary=place("summary"),
        is_public=True,
        facts_only=career.facts_only,
        category=SimpleNamespace(name=place("category"), slug=place("category_slug"), hue=place("hue")),
        education_label=place("education", career.education_label),
        remote_label=place("remote", career.remote_label),
        subjects=[place("subjects")] if career.subjects else [],
    )


def place(name: str, value: object = True) -> str:
    """A place for a word; none where there is no word."""
    return f"~~{name}~~" if value else ""
