"""What lists need of the official figures, by the code of a career: read once an import, whatever else changes."""

import uuid
from functools import lru_cache
from typing import NamedTuple

from careers import glance, traits
from careers.bands import OUTLOOK, PAY, band_of
from careers.glance import Glance, Glances
from careers.models import Source
from careers.prepared import Prepared

TOKENS = Prepared(lambda: Source.objects.order_by("pk").values_list("token"))


class Said(NamedTuple):
    """Of one code: what cards show, and the slugs that filters have for it, empty where nothing is published."""

    glance: Glance
    pay: str
    outlook: str
    zone: str
    interest: str


class ByCode:
    """Of each code that was asked for; ``figures`` are those of all."""

    def __init__(self):
        self.figures: Glances = glance.read()
        self.traits = traits.read()
        self.said: dict[str, Said] = {}

    def of(self, code: str) -> Said:
        if code not in self.said:
            shown = self.figures.of(code)
            pay, outlook = band_of(shown.pay, PAY), band_of(shown.percent, OUTLOOK)
            bands = (band.slug if band else "" for band in (pay, outlook))
            self.said[code] = Said(shown, *bands, *self.traits.get(code, traits.NOTHING))
        return self.said[code]


def current() -> ByCode:
    """As of now: every import moves the token of its source."""
    return read(tuple(token for (token,) in TOKENS.rows()))


@lru_cache(maxsize=1)
def read(tokens: tuple[uuid.UUID, ...]) -> ByCode:
    """``tokens`` are what it is good for: the imports as they stand."""
    return ByCode()
