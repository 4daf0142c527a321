"""The time zones a person may live in."""

import zoneinfo
from functools import cache

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
def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """For a select: the common ones first."""
    others = sorted(known() - COMMON.keys())
    return [
        ("Common", list(COMMON.items())),
        ("All others", [(name, name.replace("_", " ").replace("/", " / ")) for name in others]),
    ]


def validate_zone(name: str) -> None:
    if name not in known():
        raise ValidationError("Choose a time zone from the list.")
