"""The time zones a person may live in."""

import zoneinfo
from functools import cache
from importlib.resources import files

from django.core.exceptions import ValidationError

COMMON = {
    "America/New_York": "Eastern (New York)",
    "America/Chicago": "Central (Chicago)",
    "America/Denver": "Mountain (Denver)",
    "America/Phoenix": "Arizona (Phoenix)",
    "America/Los_Angeles": "Pacific (Los Angeles)",
    "America/Anchorage": "Alaska (Anchorage)",
    "Pacific/Honolulu": "Hawaii (Honolulu)",
    "America/Puerto_Rico": "Atlantic (Puerto Rico)",
    "Europe/London": "London",
}


@cache
def known() -> frozenset[str]:
    """Zones named by region and city; reading their names from the disk takes a while, so once a process."""
    return frozenset(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))


@cache
def offered() -> tuple[str, ...]:
    """The zones in use, by their names of today: those that the table of countries lists."""
    lines = files("tzdata").joinpath("zoneinfo/zone.tab").read_text().splitlines()
    return tuple(sorted(known() & {line.split("\t")[2] for line in lines if not line.startswith("#")}))


def label(name: str) -> str:
    """What people read: “Argentina: Ushuaia” for America/Argentina/Ushuaia."""
    return COMMON.get(name) or ": ".join(name.replace("_", " ").split("/")[-2:])


def choices(stored: str = "") -> list[tuple[str, list[tuple[str, str]]]]:
    """For a select: the common ones first, and the one stored even where it goes by an old name."""
    others = {*offered(), *({stored} & known())} - COMMON.keys()
    return [
        ("Common", list(COMMON.items())),
        ("All others", sorted(((name, label(name)) for name in others), key=lambda choice: choice[1])),
    ]


def validate_zone(name: str) -> None:
    if name not in known():
        raise ValidationError("Choose a time zone from the list.")
