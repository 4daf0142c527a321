"""The judged list: what students type, and the O*NET-SOC codes a sensible counsellor would call right."""

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("judged.csv")
KINDS = ("misspelt", "colloquial", "task", "place", "subject", "new", "short", "form", "half", "near")


@dataclass(frozen=True)
class Query:
    text: str
    kind: str
    codes: frozenset[str]
    hard: bool

    @property
    def kept(self) -> bool:
        """Whether it is kept apart from what search is tuned on: every third, by its words alone."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 3 == 0


def read(path: Path = FILE) -> list[Query]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Query(row["query"], row["kind"], frozenset(row["codes"].split()), row["hard"] == "hard")
            for row in csv.DictReader(file)
        ]
