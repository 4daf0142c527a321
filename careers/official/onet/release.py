"""Which release of O*NET it is, and how its licence asks to name it."""

import re
from datetime import date, datetime

from careers.models import Family, Source
from careers.official.files import BadRelease, Release

NUMBER = re.compile(r"\d+\.\d+", re.ASCII)
NAMED = re.compile(r"O\*NET\D{0,3} (\d+\.\d+) Database", re.ASCII)
DATED = re.compile(r"([A-Z][a-z]+ \d{4}) Release", re.ASCII)
READ_ME = "Read Me.txt"
TELLING = ("Occupation Data.txt", "Job Zones.txt", "Skills.txt", "Essential Skills.txt")
ATTRIBUTION = (
    "Occupations, titles, interests, skills, knowledge, work styles, education and software come from the O*NET "
    "{release} Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used "
    "under the CC BY 4.0 licence. This portal has chosen from them and arranged them anew; USDOL/ETA has not "
    "approved, endorsed or tested what it made of them. O*NET® is a trademark of USDOL/ETA."
)


def stated(found: Release, *, release: str, dated: date | None) -> Source:
    """As “Read Me.txt” names it; what is given besides goes first."""
    if not any(map(found.find, TELLING)):
        raise BadRelease(
            "It is not the text version of an O*NET database: it has no “Occupation Data.txt”.", file=str(found.path)
        )
    if release and not NUMBER.fullmatch(release):
        raise BadRelease(f"“{release}” is not the number of an O*NET release such as 29.3.")
    number, month = read_me(found)
    if not release or release == number:
        dated = dated or month
    release = release or number
    if not release or not dated:
        raise BadRelease(
            f"It does not say which release it is (“{READ_ME}” would). Add it: --release 29.3 --dated 2025-05.",
            file=str(found.path),
        )
    return source(release, dated)


def read_me(found: Release) -> tuple[str, date | None]:
    file = found.find(READ_ME)
    content = file.text() if file else ""
    named, dated = NAMED.search(content), DATED.search(content)
    return named[1] if named else "", month(dated[1]) if dated else None


def month(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%B %Y").date()
    except ValueError:
        return None


def source(release: str, dated: date) -> Source:
    return Source(
        family=Family.ONET,
        release=release,
        dated=dated,
        name="O*NET Database",
        publisher="U.S. Department of Labor, Employment and Training Administration (USDOL/ETA)",
        licence="CC BY 4.0",
        attribution=ATTRIBUTION.format(release=release),
        address="https://www.onetcenter.org/database.html",
    )
