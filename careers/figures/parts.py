"""What official figures a profile can show, and in which chapter."""

from dataclasses import dataclass

from careers.sections import GETTING_IN, PAY, WORK


@dataclass(frozen=True)
class Part:
    """``key`` is its anchor on the page, ``template`` what makes it."""

    key: str
    label: str
    chapter: str

    @property
    def template(self) -> str:
        return f"careers/figures/{self.key.removeprefix('figures-')}.html"


PARTS = (
    Part("figures-interests", "Interests that fit", WORK),
    Part("figures-tools", "Software people use", WORK),
    Part("figures-preparation", "How much preparation it takes", GETTING_IN),
    Part("figures-skills", "Skills and knowledge that matter", GETTING_IN),
    Part("figures-pay", "What people earn", PAY),
    Part("figures-outlook", "How many jobs there will be", PAY),
)
# Here the official part comes first: the texts speak of the same, as an estimate.
OPENS_WITH_FIGURES = {PAY}
