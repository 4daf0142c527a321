"""Official figures of the shape and number that real occupations have, for generated careers."""

from datetime import date
from random import Random

MONTH = date(2025, 5, 1)
STATES = 52
RATED = {"skill": 35, "knowledge": 33, "style": 16, "interest": 6, "high-point": 3, "education": 12, "zone": 1}
TECHNOLOGIES = 30
IN_FULL = 240


def write(codes: list[str]) -> None:
    """Each O*NET-SOC code's pay in the nation and projection, as lists show them; for the first ones all there is."""
    from careers.models import Area, Element, Pay, Projection, Rating, Technology

    onet, oews, projections = sources()
    nation, *states = Area.objects.bulk_create(places())
    elements = Element.objects.bulk_create(rated())
    Pay.objects.bulk_create(pay(code[:7], nation, oews) for code in codes)
    Projection.objects.bulk_create(projection(code[:7], projections) for code in codes)
    for code in codes[:IN_FULL]:
        Pay.objects.bulk_create(pay(code[:7], state, oews) for state in states)
        Rating.objects.bulk_create(rating(code, element, onet) for element in elements)
        Technology.objects.bulk_create(technology(code, number, onet) for number in range(TECHNOLOGIES))


def sources():
    from careers.models import Family, Source

    return Source.objects.bulk_create(
        Source(
            family=family,
            release=str(family),
            dated=MONTH,
            name=family.label,
            publisher="A publisher",
            licence="Public domain",
            attribution="Numbers made for measuring.",
            address="https://example.org/",
        )
        for family in (Family.ONET, Family.OEWS, Family.PROJECTIONS)
    )


def places():
    from careers.models import Area, AreaKind
    from careers.models.pay import NATION

    yield Area(code=NATION, kind=AreaKind.NATION, name="U.S.", state="US")
    for number in range(STATES):
        state = f"{chr(65 + number // 26)}{chr(65 + number % 26)}"
        yield Area(code=str(number + 1), kind=AreaKind.STATE, name=f"State {state}", state=state)


def rated():
    from careers.models import Element

    letters = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
    for kind, number in RATED.items():
        for place in range(number):
            name = letters[place] if kind == "interest" else f"Some {kind} that people need, number {place + 1}"
            yield Element(key=key(kind, place), kind=kind, name=name)


def key(kind: str, place: int) -> str:
    """As O*NET names the elements that the page knows by their keys."""
    if kind in {"interest", "high-point"}:
        return f"1.B.1.{'abcdefghi'[place + 6 * (kind == 'high-point')]}"
    return {"education": f"2.D.1/{place + 1}", "zone": "zone"}.get(kind, f"{kind}.{place}")


def rating(code: str, element, source):
    from careers.models import Rating

    random = Random(f"{code} {element.key}")
    value = {"zone": random.randint(1, 5), "high-point": random.randint(0, 6)}.get(element.kind, random.uniform(1, 5))
    return Rating(
        code=code, element=element, value=value, level=random.uniform(0, 7), answers=28, error=0.4, level_error=0.5,
        collected=MONTH, by="Incumbent", source=source
    )  # fmt: skip


def technology(code: str, number: int, source):
    from careers.models import Technology

    name = f"Program {number} for {code}"
    return Technology(code=code, name=name, group="Office software", hot=number % 3 == 0, source=source)


def pay(code: str, area, source):
    from careers.models import Pay

    middle = Random(f"{code} {area.code}").randrange(28_000, 160_000, 10)
    parts = {"p10": 0.6, "p25": 0.8, "median": 1, "p75": 1.3, "p90": 1.7, "mean": 1.1}
    annual = {f"annual_{name}": round(middle * part, -1) for name, part in parts.items()}
    hourly = {f"hourly_{name}": round(middle * part / 2080, 2) for name, part in parts.items()}
    return Pay(
        code=code, area=area, title=f"Occupation {code}", group="detailed", as_of=MONTH, employment=middle,
        employment_error=1.5, jobs_per_1000=0.5, location_quotient=1.2, source=source, **annual, **hourly
    )  # fmt: skip


def projection(code: str, source):
    from careers.models import Projection

    jobs, percent = Random(code).randrange(10_000, 900_000, 100), Random(code).uniform(-15, 30)
    later = round(jobs * (1 + percent / 100), -2)
    return Projection(
        code=code, title=f"Occupation {code}", year=2024, year_to=2034, jobs=jobs, jobs_to=later, change=later - jobs,
        percent=round(percent), openings=jobs // 10, education="Bachelor's degree", source=source
    )  # fmt: skip
