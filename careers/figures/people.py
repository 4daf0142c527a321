"""What O*NET found out about an occupation: the preparation, interests, skills, knowledge and software."""

from dataclasses import dataclass
from datetime import date

from careers.figures.sourced import Origin, Survey
from careers.models.official import ElementKind

SHOWN = 8  # of skills, and of knowledge
SOFTWARE_FIRST = 8
LEAST_IMPORTANT = 2  # "somewhat important": what is rated lower plays next to no part
LETTERS = "RIASEC"
EDUCATION = {
    1: "Less than high school",
    2: "High school diploma",
    3: "Certificate after high school",
    4: "Some college, no degree",
    5: "Associate degree",
    6: "Bachelor’s degree",
    7: "Certificate after a bachelor’s degree",
    8: "Master’s degree",
    9: "Certificate after a master’s degree",
    10: "Professional degree, as for doctors and lawyers",
    11: "Doctorate",
    12: "Training after a doctorate",
}
IMPORTANCE = {1: "Hardly important", 2: "Somewhat important", 3: "Important", 4: "Very important", 5: "Essential"}
INTERESTS = {
    "R": ("Realistic", "working with your hands, tools, machines, plants or animals"),
    "I": ("Investigative", "finding things out, and solving problems by thinking them through"),
    "A": ("Artistic", "making things up: words, pictures, music, design"),
    "S": ("Social", "helping, teaching and looking after people"),
    "E": ("Enterprising", "leading, persuading and starting things"),
    "C": ("Conventional", "keeping things in order, and working with data and clear rules"),
}
ZONES = {
    1: ("little or no preparation", "a few days to a few months of learning on the job"),
    2: ("some preparation", "usually a high school diploma, and a few months to a year on the job"),
    3: ("medium preparation", "usually one or two years: vocational school, an associate degree or an apprenticeship"),
    4: ("considerable preparation", "usually a four-year bachelor’s degree, often with some years of experience"),
    5: ("long preparation", "usually a master’s degree, a doctorate or a professional degree"),
}


@dataclass(frozen=True)
class Score:
    """One row of O*NET's ratings, with the element it is about."""

    key: str
    kind: str
    name: str
    value: float
    answers: int | None
    suppress: bool
    not_relevant: bool
    collected: date | None
    by: str

    @property
    def category(self) -> int:
        """Of an answer that falls into one of several: the 5 of 2.D.1/5."""
        return int(self.key.rpartition("/")[2])

    @property
    def label(self) -> str:
        return EDUCATION.get(self.category, self.name) if self.kind == ElementKind.EDUCATION else self.name

    @property
    def importance(self) -> str:
        return IMPORTANCE[min(max(int(self.value + 0.5), 1), 5)]

    @property
    def percent(self) -> str:
        return f"{self.value:.0f}%" if self.value >= 1 else "under 1%"


@dataclass(frozen=True)
class Rated:
    """The scores of one kind that can be shown, and how all of that kind were come by."""

    scores: list[Score]
    survey: Survey
    origin: Origin

    @property
    def best(self) -> list[Score]:
        """Those that matter most in the job."""
        ranked = sorted(self.scores, key=lambda score: (-score.value, score.name))
        return [score for score in ranked if score.value >= LEAST_IMPORTANT and not score.not_relevant][:SHOWN]

    @property
    def answered(self) -> list[Score]:
        """Levels of education that anybody named, from the lowest up."""
        return sorted((score for score in self.scores if score.value > 0), key=lambda score: score.category)


@dataclass(frozen=True)
class Interest:
    letter: str
    name: str
    meaning: str


@dataclass(frozen=True)
class Software:
    name: str
    hot: bool
    in_demand: bool
    origin: Origin


@dataclass(frozen=True)
class OnetFigures:
    """``kinds`` is what is there, by the kind of element."""

    kinds: dict[str, Rated]
    software: list[Software]

    def __bool__(self):
        return bool(self.kinds or self.software)

    @property
    def zone(self) -> int | None:
        rated = self.kinds.get(ElementKind.ZONE)
        number = int(rated.scores[0].value) if rated and rated.scores else None
        return number if number in ZONES else None

    @property
    def zone_name(self) -> str:
        return ZONES[self.zone][0] if self.zone else ""

    @property
    def zone_meaning(self) -> str:
        return ZONES[self.zone][1] if self.zone else ""

    @property
    def interests(self) -> list[Interest]:
        """The strongest interests, the strongest first: O*NET's high points, or else the highest ratings."""
        letters = self.high_points() or self.highest()
        return [Interest(letter, *INTERESTS[letter]) for letter in letters]

    @property
    def riasec(self) -> str:
        return "".join(interest.letter for interest in self.interests)

    def high_points(self) -> list[str]:
        points = sorted(self.of(ElementKind.HIGH_POINT), key=lambda score: score.key)
        return [LETTERS[int(score.value) - 1] for score in points if 1 <= score.value <= len(LETTERS)]

    def highest(self) -> list[str]:
        """The letters of up to three interests that are rated in the upper half of the scale, 1 to 7."""
        ranked = sorted(self.of(ElementKind.INTEREST), key=lambda score: -score.value)
        return [score.name[0] for score in ranked if score.value > 4 and score.name[0] in LETTERS][:3]

    def of(self, kind: str) -> list[Score]:
        return self.kinds[kind].scores if kind in self.kinds else []

    @property
    def software_first(self) -> list[Software]:
        return self.software[:SOFTWARE_FIRST]

    @property
    def software_more(self) -> list[Software]:
        return self.software[SOFTWARE_FIRST:]
