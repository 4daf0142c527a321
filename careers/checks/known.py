"""What the database knows beside a document: official figures on its code, and the other careers.

A few queries for a batch, whatever its size.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from careers.checks import rules
from careers.checks.findings import Context, Evidence, Finding, run
from careers.checks.texts import Profile
from careers.documents.document import CareerDocument
from careers.models import Career, ElementKind, Pay, Projection, Rating, Wording
from careers.models.career import today
from careers.models.pay import NATION
from careers.official.crosswalk import codes_of

__all__ = ["check", "check_all", "rules"]
AT_ONCE = 500
PERCENTILES = {10: "annual_p10", 25: "annual_p25", 50: "annual_median", 75: "annual_p75", 90: "annual_p90"}


def check(document: CareerDocument, on: date | None = None) -> list[Finding]:
    return check_all([Profile(document)], on)[0]


def check_all(profiles: Sequence[Profile], on: date | None = None) -> list[list[Finding]]:
    """The findings of each, beside these others and all careers that the portal has."""
    documents = [profile.document for profile in profiles]
    evidence = evidence_of({document.code or "" for document in documents})
    slugs = known_slugs(documents)
    said = said_by(profiles)
    return [
        run(profile, Context(on or today(), evidence[document.code or ""], slugs, said.beside(profile)))
        for profile, document in zip(profiles, documents, strict=True)
    ]


def known_slugs(documents: Iterable[CareerDocument]) -> set[str]:
    """Of the careers these lead to, those that are there, or among these."""
    wanted = {step.career for document in documents for step in document.leads_to or ()}
    found = Career.objects.filter(slug__in=[*wanted, ""]).values_list("slug", flat=True)
    return {*found, *(document.address() for document in documents)}


class Said:
    """Who says what: the titles of careers by the digest of a sentence and by the career's slug."""

    def __init__(self) -> None:
        self.by_digest: dict[str, dict[str, str]] = defaultdict(dict)

    def beside(self, profile: Profile) -> dict[str, str]:
        """Of the sentences of this one, those that another career says, and the title of one that does."""
        slug = profile.document.address()
        titles = {digest: self.by_digest[digest] for digest in profile.digests}
        return {
            digest: next(title for other, title in said.items() if other != slug)
            for digest, said in titles.items()
            if len(said) > 1
        }


def said_by(profiles: Sequence[Profile]) -> Said:
    said = Said()
    for profile in profiles:
        for digest in profile.digests:
            said.by_digest[digest][profile.document.address()] = profile.document.title
    here = {profile.document.address() for profile in profiles}
    digests = list(said.by_digest)
    for start in range(0, len(digests), AT_ONCE):
        rows = Wording.objects.filter(digest__in=digests[start : start + AT_ONCE])
        for digest, slug, title in rows.values_list("digest", "career__slug", "career__title"):
            if slug not in here:
                said.by_digest[digest][slug] = title
    return said


def evidence_of(codes: Iterable[str]) -> dict[str, Evidence]:
    """What official figures say of each O*NET-SOC code, the most exact first."""
    places = {code: [place for place in codes_of(code) if place] for code in codes}
    wanted = sorted({place for each in places.values() for place in each})
    pay = {row.code: row for row in Pay.objects.filter(area__code=NATION, code__in=wanted).select_related("source")}
    projections = {row.code: row for row in Projection.objects.filter(code__in=wanted)}
    zones = dict(Rating.objects.filter(code__in=wanted, element__kind=ElementKind.ZONE).values_list("code", "value"))
    return {
        code: evidence(first(pay, each), first(projections, each), first(zones, each)) for code, each in places.items()
    }


def first(rows: Mapping[str, Any], places: Iterable[str]) -> Any:
    return next((rows[place] for place in places if place in rows), None)


def evidence(pay: Pay | None, projection: Projection | None, zone: float | None) -> Evidence:
    annual = {each: getattr(pay, name) for each, name in PERCENTILES.items()} if pay else {}
    return Evidence(
        pay={each: value for each, value in annual.items() if value is not None},
        pay_source=str(pay.source) if pay else "",
        percent=projection.percent if projection else None,
        year_to=projection.year_to if projection else None,
        education=projection.education if projection else "",
        zone=None if zone is None else round(zone),
    )
