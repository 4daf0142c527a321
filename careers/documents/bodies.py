"""The text of a section, as either format holds it."""

from careers import markdown
from careers.documents.document import DocumentError


def body(lines: list[str], first: int) -> str:
    """The text of these lines without empty ones around it; ``first`` is the first one's number in its file."""
    blank = next((index for index, line in enumerate(lines) if line.strip()), 0)
    text = "\n".join(lines).strip()
    try:
        markdown.check(text)
    except markdown.TooDeep as error:
        raise DocumentError(str(error), first + blank + error.line) from None
    return text
