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
from careers.models.taxonomy import CareerType, Category

__all__ = [
    "AlternateTitle",
    "Career",
    "CareerType",
    "Category",
    "ContentVersion",
    "Education",
    "Kind",
    "LeadsTo",
    "Remote",
    "Section",
    "Status",
    "Typing",
]
