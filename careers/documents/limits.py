"""How long, how deep and of what shape a stated value may be: the models' own rules, each fault with its line."""

import re
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db.models import Field, Model

from careers import markdown
from careers.documents.document import DocumentError
from careers.models import Career

NO_TEXT = re.compile("[\0\ud800-\udfff]")


def field(name: str, model: type[Model] = Career) -> Field:
    found = model._meta.get_field(name)
    assert isinstance(found, Field)
    return found


def text(value: str, name: str, line: int, rule: Field | None = None) -> str:
    """``value`` on one line, once it is what its field takes."""
    if NO_TEXT.search(value):
        raise DocumentError(f"“{name}” holds a character that is no text.", line)
    value = " ".join(part.strip() for part in value.strip().splitlines())
    try:
        if rule is not None:
            rule.run_validators(value)
    except ValidationError as error:
        raise DocumentError(f"“{name}” is not right. {' '.join(error.messages)}", line) from None
    return value


def section(content: list[str], first: int, read: Callable[[list[str]], str]) -> str:
    """What ``read`` makes of these lines, if neither is out of bounds; ``first`` is the number of the first one."""
    empty = next((place for place, line in enumerate(content) if line.strip()), 0)
    text = read(content)
    try:
        markdown.check("\n".join(content[empty:]).rstrip())
        markdown.check(text)
    except markdown.Refused as error:
        raise DocumentError(str(error), first + empty + error.line) from None
    return text
