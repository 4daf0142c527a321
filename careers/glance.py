"""What lists show of the official figures: median pay in the nation, and the outlook, by the code of a career."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, TypeVar

from django.db.models import QuerySet
from django.db.models.fields.json import KT

from careers.bands import OUTLOOK, band_of
from careers.models import Pay, Projection
from careers.models.pay import NATION
from careers.official.crosswalk import codes_of

# From May 2022 on, pay from here up is published as “#”: at least so much.
TOP_PAY = 239_200
TOP = "marks__annual_median"
Found = TypeVar("Found")


class Glance(NamedTuple):
    """``pay`` is dollars a year, ``percent`` the change in jobs over the decade; what is not published is ``None``."""

    pay: int | None = None
    pay_words: str = ""
    percent: float | None = None
    openings: int | None = None
    outlook_words: str = ""


NOTHING = Glance()


@dataclass(frozen=True)
class Glances:
    """By SOC code. ``pay_from`` and ``outlook_from`` name the releases, empty where there is none."""

    pay: Mapping[str, tuple[int | None, str]] = field(default_factory=dict)
    outlook: Mapping[str, tuple[float | None, int | None]] = field(default_factory=dict)
    pay_from: str = ""
    outlook_from: str = ""

    def of(self, code: str) -> Glance:
        if not code:
            return NOTHING
        pay, pay_words = first(self.pay, code, (None, ""))
        percent, openings = first(self.outlook, code, (None, None))
        outlook = band_of(percent, OUTLOOK)
        return Glance(pay, pay_words, percent, openings, outlook.label if outlook else "")


def first(table: Mapping[str, Found], code: str, none: Found) -> Found:
    """What stands under the most exact of the codes that figures on this one may have."""
    for each in codes_of(code):
        if each in table:
            return table[each]
    return none


def read() -> Glances:
    """Everything there is, in two queries."""
    pay = list(national_pay().values_list("code", "annual_median", "hourly_median", KT(TOP), "source__release"))
    outlook = list(Projection.objects.values_list("code", "percent", "openings", "source__release"))
    return Glances(
        {code: (dollars(annual, top), words(annual, hourly, top)) for code, annual, hourly, top, _ in pay},
        {code: (percent, openings) for code, percent, openings, _ in outlook},
        *(rows[0][-1] if rows else "" for rows in (pay, outlook)),
    )


def national_pay() -> QuerySet[Pay]:
    return Pay.objects.filter(area__code=NATION)


def dollars(annual: int | None, top: str | None) -> int | None:
    return TOP_PAY if annual is None and top == "#" else annual


def words(annual: int | None, hourly: Decimal | None, top: str | None) -> str:
    if annual is not None:
        return f"${annual:,} a year"
    if top == "#":
        return f"${TOP_PAY:,} a year or more"
    return f"${hourly:,.2f} an hour" if hourly is not None else ""
