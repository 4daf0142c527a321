"""A person's answers, which live in the address alone: one digit a statement, 1 to 5, and 0 where there is none yet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from careers.interests.statements import LETTERS, PAGE, STATEMENTS

CODE = re.compile(rf"[0-5]{{0,{len(STATEMENTS)}}}")
LOWEST, HIGHEST = 1, 5
FULL_SCORE = (HIGHEST - LOWEST) * len(STATEMENTS) // len(LETTERS)


class Unreadable(Exception):
    """An address whose answers cannot be told; its text is a sentence for whoever opened it."""


@dataclass(frozen=True)
class Answers:
    """``code`` has a digit for every statement."""

    code: str

    @classmethod
    def read(cls, code: str) -> "Answers":
        """From an address; one that ends early has the rest unanswered."""
        if not CODE.fullmatch(code):
            raise Unreadable(
                "The answers in this address cannot be read: it was changed or cut on its way. "
                f"They are up to {len(STATEMENTS)} digits from 0 to 5. You can start again here."
            )
        return cls(code.ljust(len(STATEMENTS), "0"))

    def merged(self, sent: Mapping[str, str]) -> "Answers":
        """These answers with those of a form, ``s0=4``, put in. What a form cannot say is left as it was."""
        given = [sent.get(f"s{number}", "") for number in range(len(STATEMENTS))]
        pairs = zip(given, self.code, strict=True)
        return Answers("".join(new if re.fullmatch("[1-5]", new) else old for new, old in pairs))

    def __getitem__(self, number: int) -> int:
        return int(self.code[number])

    @property
    def given(self) -> int:
        return len(self.code) - self.missing

    @property
    def missing(self) -> int:
        return self.code.count("0")

    @property
    def first_page_to_do(self) -> int:
        """Where the first statement without an answer stands; the last page where there is none."""
        place = self.code.find("0")
        return (place if place >= 0 else len(STATEMENTS) - 1) // PAGE + 1

    @property
    def scores(self) -> tuple[int, ...]:
        """0 to 20 for each of R, I, A, S, E and C: what is above “no way”, added up."""
        return tuple(
            sum(self[each.number] - LOWEST for each in STATEMENTS if each.letter == letter) for letter in LETTERS
        )
