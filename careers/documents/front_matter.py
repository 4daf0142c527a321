"""The YAML at the head of a career document, read node by node so that every fault has its line."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml
from django.db.models import CharField, Field

from careers.documents import limits
from careers.documents.document import DocumentError, Step
from careers.documents.labels import nearest
from careers.documents.limits import field
from careers.models import AlternateTitle, Education, Kind, LeadsTo, Remote, Status

LONGEST = 64_000
DEEPEST = 5
MOST = 500
SUBJECT, CHECK, REASON = (CharField(max_length=length) for length in (60, 60, 300))
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Value:
    """The value of a key; ``offset`` is how many lines of the file stand before the front matter's first."""

    name: str
    node: yaml.Node
    offset: int

    def error(self, message: str) -> DocumentError:
        return DocumentError(message, self.line)

    @property
    def line(self) -> int:
        return self.node.start_mark.line + 1 + self.offset

    def text(self, rule: Field | None = None) -> str:
        """A scalar as it is written; ``rule`` says how long it may be and what it must look like."""
        if not isinstance(self.node, yaml.ScalarNode) or self.node.tag == "tag:yaml.org,2002:null":
            raise self.error(f"“{self.name}” must be a text.")
        return limits.text(self.node.value, self.name, self.line, rule)

    def required(self, rule: Field) -> str:
        text = self.text(rule)
        if not text:
            raise self.error(f"“{self.name}” is empty.")
        return text

    def items(self) -> list["Value"]:
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.error(f"“{self.name}” must be a list.")
        if len(self.node.value) > MOST:
            raise self.error(f"“{self.name}” has more than {MOST} entries.")
        return [Value(self.name, node, self.offset) for node in self.node.value]

    def keys(self, allowed: Iterable[str]) -> dict[str, "Value"]:
        """The values of a mapping that has no other keys than ``allowed`` and each of them once."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error(f"{self.name} must be made of “key: value”, not a list or a text.")
        found: dict[str, Value] = {}
        for key_node, node in self.node.value:
            key = Value("key", key_node, self.offset)
            name = key.text()
            if name not in allowed:
                raise key.error(f"The key “{name[:80]}” is unknown. {nearest(name, allowed)}")
            if name in found:
                raise key.error(f"The key “{name}” stands here a second time.")
            found[name] = Value(name, node, self.offset)
        return found

    def texts(self, rule: Field | None = None) -> tuple[str, ...]:
        texts: list[str] = []
        for item in self.items():
            text = item.text(rule)
            if not text or text in texts:
                raise item.error(f"“{text}” stands twice in “{self.name}”." if text else f"“{self.name}” has a gap.")
            texts.append(text)
        return tuple(texts)

    def word(self, known: Iterable[str]) -> str:
        word = self.text().casefold()
        if word not in known:
            raise self.error(f"“{word[:80]}” is no “{self.name}”: write {', '.join(known)}.")
        return word

    def date(self) -> date:
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            raise self.error(f"“{self.name}” is no date: write it as 2026-11-22.") from None

    def steps(self) -> tuple[Step, ...]:
        steps = [item.step() for item in self.items()]
        for place, (item, step) in enumerate(zip(self.items(), steps, strict=True)):
            if any(step.career == other.career for other in steps[:place]):
                raise item.error(f"It leads to “{step.career}” twice.")
        return tuple(steps)

    def step(self) -> Step:
        values = self.keys(("career", "needs", "years"))
        if "career" not in values:
            raise self.error("A step of “leads_to” must name its career.")
        needs, years = (
            values[name].text(field(name, LeadsTo)) if name in values else "" for name in ("needs", "years")
        )
        return Step(values["career"].required(field("to_slug", LeadsTo)), needs, years)

    def accepted(self) -> tuple[dict[str, str], ...]:
        rules = {"check": CHECK, "reason": REASON}
        return tuple(
            {name: value.text(rules[name]) for name, value in item.keys(rules).items()} for item in self.items()
        )


FIELDS: dict[str, Callable[[Value], Any]] = {
    "title": lambda value: value.required(field("title")),
    "slug": lambda value: value.required(field("slug")),
    "code": lambda value: value.text(field("code")),
    "category": Value.text,
    "types": Value.texts,
    "summary": lambda value: value.text(field("summary")),
    "titles": lambda value: value.texts(field("title", AlternateTitle)),
    "education": lambda value: value.word([level.slug for level in Education]),
    "remote": lambda value: value.word([level.slug for level in Remote]),
    "subjects": lambda value: value.texts(SUBJECT),
    "leads_to": Value.steps,
    "kind": lambda value: value.word(Kind.values),
    "status": lambda value: value.word(Status.values),
    "accepted": Value.accepted,
    "checked_on": Value.date,
}


def read(text: str, offset: int) -> tuple[dict[str, Any], dict[str, int]]:
    """The fields that are stated, and the line of each; ``offset`` is how many lines stand before ``text``."""
    node = compose(text, offset)
    if node is None:
        raise DocumentError("The front matter is empty: it needs at least a title.", offset)
    values = Value("The front matter", node, offset).keys(FIELDS)
    fields = {name: FIELDS[name](value) for name, value in values.items()}
    lines = {name: value.line for name, value in values.items()}
    if "title" not in fields:
        raise DocumentError("The front matter has no title.", offset)
    return fields, lines


def compose(text: str, offset: int) -> yaml.Node | None:
    if len(text) > LONGEST:
        raise DocumentError(f"The front matter is longer than {LONGEST:,} characters.", offset)
    try:
        look_over(text, offset)
        return yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 + offset if mark else offset
        raise DocumentError(f"The front matter is not YAML: {error.problem or error.context}.", line) from None
    except yaml.YAMLError as error:
        raise DocumentError(f"The front matter is not YAML: {str(error).splitlines()[0]}.", offset) from None


def look_over(text: str, offset: int) -> None:
    """Refuse what grows when it is read: aliases, which repeat what they name, and nesting no document needs."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        line = offset + (event.start_mark.line + 1 if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent):
            raise DocumentError("The front matter uses an alias (“*name”): write the value out.", line)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise DocumentError("The front matter is nested too deep.", line)
