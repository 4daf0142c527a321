"""What a career needs before students may see it: one rule for the form and for publishing in bulk."""

from careers.models import Career, Kind


def missing(*, summary: str, has_type: bool, kind: str, has_overview: bool, code: str) -> dict[str, str]:
    """What is still to be done, a sentence for each: by the name of the fact, or of the section's key."""
    gaps = {}
    if not summary:
        gaps["summary"] = "A published career needs a summary: one sentence that says what they do."
    if not has_type:
        gaps["type"] = "A published career needs a main type."
    if kind == Kind.FULL and not has_overview:
        gaps["overview"] = "A published full profile needs its Overview. Without it, choose “Facts only”."
    if kind == Kind.FACTS_ONLY and not code:
        gaps["code"] = "A facts-only career needs its O*NET-SOC code: its facts are found by it."
    return gaps


def missing_in(career: Career) -> dict[str, str]:
    """The same for a career that is saved; cheap for many where typings and sections are prefetched."""
    return missing(
        summary=career.summary,
        has_type=bool(career.typings.all()),
        kind=career.kind,
        has_overview=any(section.key == "overview" for section in career.sections.all()),
        code=career.code,
    )
