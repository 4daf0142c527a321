"""What figures suggest an editor might say: types, education, a summary. Rules of thumb, for a person to look over."""

from collections.abc import Mapping, Sequence

from careers.bands import OUTLOOK, band_of
from careers.models import Category, Education, Projection
from careers.models.career import name_key

MANY_OPENINGS = 50_000  # a year; about one occupation in ten that the projections list on its own has as many
LONGEST_SUMMARY = 200

# The words of the projections, and ours for them.
ENTRY = {
    "no formal educational credential": Education.NONE,
    "high school diploma or equivalent": Education.SCHOOL,
    "some college, no degree": Education.CERTIFICATE,
    "postsecondary nondegree award": Education.CERTIFICATE,
    "associate's degree": Education.ASSOCIATE,
    "bachelor's degree": Education.BACHELOR,
    "master's degree": Education.MASTER,
    "doctoral or professional degree": Education.DOCTORATE,
}
# O*NET's twelve levels, 1 being less than high school.
LEVELS = {
    1: Education.NONE,
    2: Education.SCHOOL,
    3: Education.CERTIFICATE,
    4: Education.CERTIFICATE,
    5: Education.ASSOCIATE,
    6: Education.BACHELOR,
    7: Education.BACHELOR,
    8: Education.MASTER,
    9: Education.MASTER,
    10: Education.DOCTORATE,
    11: Education.DOCTORATE,
    12: Education.DOCTORATE,
}
TO_START = {
    Education.NONE: "You can start without a qualification.",
    Education.SCHOOL: "You usually start with a high school diploma.",
    Education.CERTIFICATE: "You usually start with a certificate or a short course.",
    Education.ASSOCIATE: "You usually start with an associate degree.",
    Education.BACHELOR: "You usually start with a bachelor’s degree.",
    Education.MASTER: "You usually start with a master’s degree.",
    Education.DOCTORATE: "You usually start with a doctorate or a professional degree.",
}


def education_of(projection: Projection | None) -> Education | None:
    stated = projection.education if projection else ""
    return ENTRY.get(stated.casefold().replace("’", "'"))


def education_in(answers: Mapping[int, float]) -> Education | None:
    """The level that half of those asked say is enough, of their answers in per cent by level."""
    half, reached = sum(answers.values()) / 2, 0.0
    for level in sorted(answers):
        reached += answers[level]
        if reached >= half > 0:
            return LEVELS[level]
    return None


def types_of(projection: Projection | None, zone: float | None) -> list[str]:
    """Slugs, the main type first: where the number of jobs is going, then how people get in."""
    return [*by_outlook(projection), *by_way_in(projection, zone)]


def by_outlook(projection: Projection | None) -> list[str]:
    if projection is None:
        return []
    outlook = band_of(projection.percent, OUTLOOK)
    going = {
        "growing-fast": "growing-emerging-careers",
        "growing": "stable-careers",
        "about-the-same": "stable-careers",
        "shrinking": "changing-careers",
    }
    own_openings = 0 if projection.openings_for else projection.openings or 0
    types = [going[outlook.slug]] if outlook else []
    return [*types, "high-demand-careers"] if own_openings >= MANY_OPENINGS else types


def by_way_in(projection: Projection | None, zone: float | None) -> list[str]:
    types = []
    if projection and (
        projection.training.casefold() == "apprenticeship" or education_of(projection) == Education.CERTIFICATE
    ):
        types.append("apprenticeship-trade-careers")
    if zone is not None and zone >= 4:
        types.append("advanced-study-careers")
    if zone is not None and zone <= 2:
        types.append("quick-start-careers")
    return types


def summary(title: str, category: Category, titles: Sequence[str], education: Education | None) -> str:
    """One or two sentences of our own: the field of work, what people call the job, what it takes to start."""
    said = set(name_key(title).split())
    bare = dict.fromkeys(name.partition(" (")[0] for name in titles)  # without the abbreviation behind it
    names = [name for name in bare if set(name_key(name).split()) - said][:2]  # those that say something new
    called = f"; {'other names are' if names[1:] else 'another name is'} {' and '.join(names)}" if names else ""
    start = "" if education is None else f" {TO_START[education]}"
    whole = f"A job in {category.name}{called}.{start}"
    return whole if len(whole) <= LONGEST_SUMMARY else f"A job in {category.name}.{start}"
