"""What a check is, what it finds, and the run of all of them over one document."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from careers.checks.texts import Profile
from careers.models import Severity
from careers.sections import BY_KEY

LONGEST_EXCERPT = 200
FACT_LABELS = {
    "title": "Title",
    "summary": "Summary",
    "code": "O*NET-SOC code",
    "category": "Career Category",
    "types": "Career Type",
    "education-fact": "Usually needed",
    "remote-fact": "Remote work",
    "leads_to": "Leads to",
    "checked_on": "Facts checked on",
}


@dataclass(frozen=True)
class Place:
    """Where something stands: the key of a section or the name of a fact, and the words themselves."""

    name: str
    excerpt: str = ""

    @property
    def label(self) -> str:
        return FACT_LABELS.get(self.name) or BY_KEY[self.name].label

    @property
    def quoted(self) -> str:
        words = self.excerpt
        return f"{words[:LONGEST_EXCERPT].rstrip()} …" if len(words) > LONGEST_EXCERPT else words


@dataclass(frozen=True)
class Note:
    """What a rule yields: a sentence for the editor, and the places it is about, the most telling first."""

    sentence: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Finding:
    """A note under the name of its check; ``reason`` is why an editor accepted it, where one did."""

    check: str
    severity: Severity
    sentence: str
    places: tuple[Place, ...] = ()
    reason: str = ""

    @property
    def key(self) -> str:
        """By this it is accepted alone: the check and the first place it is about."""
        return f"{self.check}/{self.places[0].name}" if self.places else self.check

    @property
    def stops(self) -> bool:
        return self.severity is Severity.ERROR and not self.reason


@dataclass(frozen=True)
class Evidence:
    """What official figures say of a career's code, for the nation; None, or nothing, where none say it.

    ``pay`` is annual, in dollars, by percentile (10, 25, 50, 75, 90); ``percent`` the projected change in jobs up to
    ``year_to``; ``education`` the usual one at entry, in the words of the projections; ``zone`` the job zone, 1 to 5.
    """

    pay: Mapping[int, int] = field(default_factory=dict)
    pay_source: str = ""
    percent: float | None = None
    year_to: int | None = None
    education: str = ""
    zone: int | None = None


@dataclass(frozen=True)
class Context:
    """What is known beside a document: the day, official figures, and of the other careers their addresses and, by
    ``texts.digest`` of a sentence, the title of one that says it too."""

    today: date
    evidence: Evidence = Evidence()
    slugs: Set[str] = frozenset()
    said: Mapping[str, str] = field(default_factory=dict)


Rule = Callable[[Profile, Context], Iterator[Note]]


@dataclass(frozen=True)
class Check:
    """A rule, under the key that editors accept its findings by; ``means`` is its row in the documentation."""

    key: str
    severity: Severity
    means: str
    rule: Rule


CHECKS: dict[str, Check] = {}


def check(key: str, severity: Severity, means: str) -> Callable[[Rule], Rule]:
    def register(rule: Rule) -> Rule:
        CHECKS[key] = Check(key, severity, means, rule)
        return rule

    return register


def run(profile: Profile, context: Context) -> list[Finding]:
    """All findings, errors first, those that are accepted with their reason last."""
    found = [
        Finding(each.key, each.severity, note.sentence, note.places)
        for each in CHECKS.values()
        for note in each.rule(profile, context)
    ]
    reasons = accepted_reasons(profile.document.accepted)
    found = [replace(one, reason=reasons.get(one.key) or reasons.get(one.check, "")) for one in found]
    return sorted(found, key=lambda one: (bool(one.reason), one.severity))


def accepted_reasons(accepted: Any) -> dict[str, str]:
    """Why findings are accepted, by check or by ``check/place``; what was stored oddly accepts nothing."""
    rows = [row for row in accepted if isinstance(row, Mapping)] if isinstance(accepted, list | tuple) else []
    return {str(row.get("check", "")): str(row.get("reason", "")) for row in rows}
