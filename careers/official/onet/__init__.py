"""The O*NET text database, in the layout up to 30.2 and in that from 30.3 on, where files were renamed and split."""

from collections.abc import Iterator

from careers.models import Occupation, OccupationTitle, Rating, RelatedOccupation, Source, Technology
from careers.official.files import Release
from careers.official.onet import occupations, ratings
from careers.official.onet.elements import Elements
from careers.official.onet.intake import Intake
from careers.official.store import Progress, Tally

MODELS = (Occupation, OccupationTitle, Rating, Technology, RelatedOccupation)


def tables(found: Release, source: Source, progress: Progress) -> Iterator[Tally | str]:
    """Every table in turn, and for each that the release lacks a sentence; what stood there stays."""
    first = Intake(found, source, progress)
    yield occupations.occupations(first)
    intake = Intake(found, source, progress, frozenset(Occupation.objects.values_list("code", flat=True)))
    yield occupations.titles(intake)
    yield occupations.technologies(intake)
    yield occupations.related(intake)
    elements = Elements()
    yield from ratings.tables(intake, elements)
    yield elements.tally()
