from careers.models.career import (
    AlternateTitle,
    Career,
    Education,
    Kind,
    LeadsTo,
    Remote,
    Section,
    Status,
    Typing,
)
from careers.models.content import ContentVersion
from careers.models.drawing import Drawing
from careers.models.finding import Finding, Severity, Wording
from careers.models.missed import MissedSearch
from careers.models.official import (
    Element,
    ElementKind,
    Family,
    Occupation,
    OccupationTitle,
    Rating,
    RelatedOccupation,
    Source,
    Technology,
)
from careers.models.pay import Area, AreaKind, Pay, Projection
from careers.models.taxonomy import CareerType, Category

__all__ = [
    "AlternateTitle",
    "Area",
    "AreaKind",
    "Career",
    "CareerType",
    "Category",
    "ContentVersion",
    "Drawing",
    "Education",
    "Element",
    "ElementKind",
    "Family",
    "Finding",
    "Kind",
    "LeadsTo",
    "MissedSearch",
    "Occupation",
    "OccupationTitle",
    "Pay",
    "Projection",
    "Rating",
    "RelatedOccupation",
    "Remote",
    "Section",
    "Severity",
    "Source",
    "Status",
    "Technology",
    "Typing",
    "Wording",
]
