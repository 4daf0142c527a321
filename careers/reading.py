"""All that a profile page shows of a career, in a few queries whose cost does not grow with the portal."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import F, IntegerField, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast

from careers.models import AlternateTitle, Career, Category, LeadsTo, Section, Typing
from careers.models.career import today
from careers.prepared import Prepared

NAMED = re.compile(r'<a data-career="([^"]*)">')
# So many careers a profile can link to of those it names, and of those it leads to.
MOST_NAMED, MOST_JOBS = 30, 20

SHOWN = (
    "id",
    "slug",
    "title",
    "summary",
    "code",
    "kind",
    "education",
    "remote",
    "subjects",
    "checked_on",
    "status",
    "published_on",
)
CATEGORY_SHOWN = tuple(f"category__{field.attname}" for field in Category._meta.concrete_fields)


@dataclass(frozen=True)
class Named:
    """A career, or a type, by what a link to it needs."""

    slug: str
    title: str


@dataclass(frozen=True)
class NextJob:
    """A career of ours that this one leads to, and what the step takes."""

    career: Named
    needs: str
    years: str


@dataclass(frozen=True)
class Profile:
    """``texts`` is the HTML of each section that is written, by key; ``jobs_before`` lead to this career."""

    career: Career
    types: list[Named]
    titles: list[str]
    texts: dict[str, str]
    next_jobs: list[NextJob]
    jobs_before: list[Named]
    before: Named | None
    after: Named | None


def find_public(slug: str) -> Career | None:
    """The published career at this address, with what a page shows of it and of its category."""
    rows = PUBLIC_CAREER.rows(slug=slug, day=today())
    return career_of(SHOWN, rows[0]) if rows else None


def career_of(columns: tuple[str, ...], row: tuple) -> Career:
    """A career with these columns of a row, and with its category, which makes up the rest."""
    facts, category = row[: len(columns)], row[len(columns) :]
    return Career(**dict(zip(columns, facts, strict=True)), category=Category(*category))


def read_profile(career: Career) -> Profile:
    parts: dict[str, list[tuple[str, str, str]]] = {part: [] for part in PARTS}
    day = today()
    found = OF_CAREER.rows(career=career.pk, category=career.category_id, title=career.title, day=day)
    for part, _, *words in sorted(found):
        parts[part].append(tuple(words))
    named = {part: [Named(*words[:2]) for words in parts[part]] for part in NAMED_PARTS}
    texts = {key: html for key, html, _ in parts["texts"]}
    if names := NAMED.findall(texts.get("related", ""))[:MOST_NAMED]:
        texts["related"] = link(texts["related"], among_us(names, day))
    ours = {job.slug: job for job in named["next_ours"]}
    next_jobs = [NextJob(ours[slug], *words) for slug, *words in parts["next_jobs"][:MOST_JOBS] if slug in ours]
    return Profile(
        career,
        types=named["types"],
        titles=[title for title, *_ in parts["titles"]],
        texts=texts,
        next_jobs=next_jobs,
        jobs_before=named["jobs_before"][: MOST_JOBS - len(next_jobs)],
        before=next(iter(named["before"]), None),
        after=next(iter(named["after"]), None),
    )


def of_career(career: int, category: int, title: str, day: date) -> QuerySet:
    """All that belongs to a career and stands round it in one query, as (part, place in it, up to three words)."""
    ours, of_it = Career.objects.published(on=day), {"career": career}
    before, after = around(ours.filter(category=category), title, career)
    steps = LeadsTo.objects.filter(**of_it)
    rows: dict[str, QuerySet] = {
        "types": Typing.objects.filter(**of_it),
        "titles": AlternateTitle.objects.filter(**of_it),
        "texts": Section.objects.filter(**of_it),
        "next_jobs": steps,
        "next_ours": ours.filter(slug__in=Subquery(steps.order_by().values("to_slug"))),
        "jobs_before": ours.filter(leads_to__to_slug=Subquery(Career.objects.filter(pk=career).values("slug")[:1])),
        "before": Career.objects.filter(pk=Subquery(before)),
        "after": Career.objects.filter(pk=Subquery(after)),
    }
    first, *others = (part(name, rows[name].order_by(), *columns) for name, columns in PARTS.items())
    return first.union(*others, all=True)


def part(name: str, rows: QuerySet, place: str | None, *columns: str) -> QuerySet:
    words = [Cast(column, TextField()) for column in columns] + [Value("", TextField())] * (3 - len(columns))
    return rows.values_list(Value(name, TextField()), F(place) if place else Value(0, IntegerField()), *words)


def around(others: QuerySet, title: str, pk: int) -> tuple[QuerySet, QuerySet]:
    """The keys of the career just before and of the one just after this title, among others of its category."""
    # The first condition says nothing new: it lets the database begin at this title in its index.
    earlier = Q(title__lte=title) & (Q(title__lt=title) | Q(pk__lt=pk))
    later = Q(title__gte=title) & (Q(title__gt=title) | Q(pk__gt=pk))
    before, after = others.filter(earlier).order_by("-title", "-pk"), others.filter(later).order_by("title", "pk")
    return before.values("pk")[:1], after.values("pk")[:1]


# What belongs to a career and stands round it: by which column in order, and which words of it.
PARTS: dict[str, tuple] = {
    "types": ("position", "type__slug", "type__name"),
    "titles": ("position", "title"),
    "texts": (None, "key", "html"),
    "next_jobs": ("position", "to_slug", "needs", "years"),
    "next_ours": (None, "slug", "title"),
    "jobs_before": (None, "slug", "title"),
    "before": (None, "slug", "title"),
    "after": (None, "slug", "title"),
}
NAMED_PARTS = ("types", "next_ours", "jobs_before", "before", "after")


def public_career(slug: str, day: date) -> QuerySet:
    return Career.objects.published(on=day).filter(slug=slug).values_list(*SHOWN, *CATEGORY_SHOWN)


OF_CAREER = Prepared(of_career, career=int, category=int, title=str, day=date)
PUBLIC_CAREER = Prepared(public_career, slug=str, day=date)


def among_us(names: list[str], day: date) -> dict[str, Named]:
    """The published careers among those named, by the key of their name."""
    rows = prepared_among(len(names)).rows(day=day, **dict(zip(places(len(names)), names, strict=True)))
    return {key: Named(slug, title) for slug, title, key in rows}


@cache
def prepared_among(count: int) -> Prepared:
    """A query for each number of names: one with room for all would look for the empty ones as well."""
    return Prepared(among, day=date, **dict.fromkeys(places(count), str))


def among(day: date, **names: str) -> QuerySet:
    found = Career.objects.published(on=day).filter(name_key__in=names.values())
    return found.order_by().values_list("slug", "title", "name_key")


def places(count: int) -> list[str]:
    return [f"name{place}" for place in range(count)]


def link(html: str, careers: dict[str, Named]) -> str:
    """Fill the places that the renderer left round names of careers; the others stay plain text."""
    return NAMED.sub(lambda match: opening(careers[match[1]]) if match[1] in careers else match[0], html)


def opening(career: Named) -> str:
    return f'<a href="/careers/{career.slug}/">'
