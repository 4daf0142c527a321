"""Which files hold which ratings, in the layout up to 30.2 and in that from 30.3 on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careers.models import ElementKind
from careers.official.files import File, Release
from careers.official.onet.intake import lacking

ELEMENT = ("Element ID", "Element Name", "Scale ID", "Data Value", "Date", "Domain Source")
SAMPLE = (*ELEMENT, "N", "Standard Error", "Recommend Suppress")
LEVEL = "LV"


@dataclass(frozen=True)
class Table:
    """``files``: the first of these sets of which every file is there; that of categories is the last of its set.

    ``kinds`` are the scales that are read, and what they rate.
    """

    name: str
    files: Sequence[Sequence[str]]
    columns: Sequence[str]
    kinds: Mapping[str, ElementKind]

    def find(self, found: Release) -> list[File]:
        """Empty where no set is whole."""
        for names in self.files:
            files = [file for name in names if (file := found.find(name))]
            if len(files) == len(names):
                return files
        return []

    def lacking(self, found: Release) -> str:
        """The file to name: of the set that is there in part, else of the first."""
        names = next((names for names in self.files if any(map(found.find, names))), self.files[0])
        return lacking(next(name for name in names if not found.find(name)), self.name.lower())


ZONES = Table("Job zones", [["Job Zones.txt"]], ["Job Zone", "Date", "Domain Source"], {"": ElementKind.ZONE})
EDUCATION = Table(
    "Education",
    [
        ["Education, Training, and Experience.txt", "Education, Training, and Experience Categories.txt"],
        ["Education.txt", "Education Categories.txt"],
    ],
    [*SAMPLE, "Category"],
    {"RL": ElementKind.EDUCATION, "RQ": ElementKind.EDUCATION},
)
SCALED = (
    Table(
        "Interests",
        [["Interests.txt"], ["Career Interest Types.txt"]],
        ELEMENT,
        {"OI": ElementKind.INTEREST, "IH": ElementKind.HIGH_POINT},
    ),
    Table(
        "Skills",
        [["Skills.txt"], ["Essential Skills.txt", "Transferable Skills.txt"]],
        [*SAMPLE, "Not Relevant"],
        {"IM": ElementKind.SKILL, LEVEL: ElementKind.SKILL},
    ),
    Table(
        "Knowledge",
        [["Knowledge.txt"]],
        [*SAMPLE, "Not Relevant"],
        {"IM": ElementKind.KNOWLEDGE, LEVEL: ElementKind.KNOWLEDGE},
    ),
    Table("Work styles", [["Work Styles.txt"]], ELEMENT, {"IM": ElementKind.STYLE, "WI": ElementKind.STYLE}),
)
