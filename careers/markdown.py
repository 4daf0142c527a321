"""Markdown to clean HTML, with a place left at each list item and each named career.

Rendered when a text is saved, never when a page is read. Two places are left for the page to fill:
``<!--item:KEY-->`` at the end of a list item, and ``<a data-career="NAME KEY">`` round a career's name.
"""

import hashlib
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from careers.models.career import name_key
from careers.sections import Entry, Kind

TAGS = {
    "p",
    "br",
    "hr",
    "strong",
    "em",
    "s",
    "ul",
    "ol",
    "li",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "code",
    "pre",
    "a",
}
ATTRIBUTES = {"a": {"href", "title", "data-career"}, "ol": {"start"}, "li": {"id"}}
DEEPEST = 20


MARKS = re.compile(r"(?:[ \t]*(?:>|[-*+](?=\s|$)|\d{1,9}[.)](?=\s|$)))*")


class TooDeep(ValueError):
    """Lists or quotes nested beyond what a person writes; ``line`` counts from 0."""

    def __init__(self, line: int):
        super().__init__(f"Lists or quotes are nested more than {DEEPEST} deep.")
        self.line = line


@dataclass(frozen=True)
class Item:
    """One top-level list item: ``key`` is kept over edits, `XX"""

    key: str
    text: str
    career: str = ""

    def as_json(self) -> dict:
        return {"key": self.key, "text": self.text} | ({"career": self.career} if self.career else {})


@dataclass(frozen=True)
class Rendered:
    html: str
    items: tuple[Item, ...] = ()


@cache
def parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": DEEPEST * 5}).disable("image")


def render(text: str, entry: Entry | None = None, before: tuple[dict, ...] | list[dict] = ()) -> Rendered:
    """Clean HTML of ``text``; ``before`` is the items the section had, whose keys stay where an item does."""
    check(text)
    tokens = parser().parse(text)
    shift_heads(tokens)
    items: tuple[Item, ...] = ()
    if entry is not None and entry.kind is not Kind.PROSE:
        items = mark_items(tokens, entry, before)
    html = parser().renderer.render(tokens, parser().options, {})
    return Rendered(clean(html), items)


def clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=False,
    ).strip()


def check(text: str) -> None:
    """Refuse lists and quotes too deep to be meant, before the parser is asked."""
    for number, line in enumerate(text.split("\n")):
        if depth(line) > DEEPEST:
            raise TooDeep(number)


def depth(line: str) -> int:
    """How deep a line can stand at most: a level of its own for each mark, and for each two columns before them."""
    marks = MARKS.match(line)
    before = marks.group().expandtabs(4) if marks else ""
    columns = before.count(" ")
    count = len(re.findall(r"[-*+>]|\d+[.)]", before))
    return count + max(0, columns - count) // 2


def shift_heads(tokens: list[Token]) -> None:
    """The page's own headings are h1 to h3, so those in a text start at h4… but for the h3 of the view."""
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{max(4, int(token.tag[1]))}"


def mark_items(tokens: list[Token], entry: Entry, before) -> tuple[Item, ...]:
    spans = list(top_items(tokens))
    texts = [words(tokens[start:end]) for start, end in spans]
    keys = keep_keys(texts, before)
    items = []
    for (start, end), key, text in reversed(list(zip(spans, keys, texts, strict=True))):
        tokens[start].attrSet("id", f"{entry.key}-{key}")
        tokens.insert(end, comment(key))
        career = name_career(tokens[start:end]) if entry.kind is Kind.CAREERS else ""
        items.append(Item(key, text, career))
    return tuple(reversed(items))


def top_items(tokens: list[Token]):
    """Where each item of an outermost list starts and ends, as indexes into ``tokens``."""
    start = 0
    for index, token in enumerate(tokens):
        if token.type == "list_item_open" and token.level == 1:
            start = index
        elif token.type == "list_item_close" and token.level == 1:
            yield start, index


def comment(key: str) -> Token:
    return Token("html_block", "", 0, content=f"<!--item:{key}-->")


def words(tokens: list[Token]) -> str:
    parts = []
    for token in tokens:
        if token.type == "inline":
            parts.append(
                "".join(
                    child.content if child.content else " " * (child.type in {"softbreak", "hardbreak"})
                    for child in token.children or ()
                )
            )
    return " ".join(" ".join(parts).split())


def keep_keys(texts: list[str], before) -> list[str]:
    """A key for each item: the one it had, where its words are much the same as before; else one made of its words."""
    free = {item["key"]: item["text"] for item in before}
    same = {text: key for key, text in reversed(free.items())}
    keys: list[str] = ["" for _ in texts]
    for index, text in enumerate(texts):
        if same.get(text) in free:
            keys[index] = same[text]
            del free[same[text]]
    taken = set(keys) | set(free)
    for index, text in enumerate(texts):
        if not keys[index]:
            keys[index] = likest(text, free) or fresh(text, taken)
            taken.add(keys[index])
    return keys


def likest(text: str, free: dict[str, str]) -> str:
    """Take the key of the old item that reads most like this one, if any does."""
    ratios = {key: SequenceMatcher(None, text, old).quick_ratio() for key, old in free.items()}
    key = max(ratios, key=ratios.__getitem__, default="")
    if not key or SequenceMatcher(None, text, free[key]).ratio() < 0.6:
        return ""
    del free[key]
    return key


def fresh(text: str, taken: set[str]) -> str:
    for turn in range(len(taken) + 1):
        key = hashlib.sha256(f"{text}{turn or ''}".encode()).hexdigest()[:8]
        if key not in taken:
            return key
    raise AssertionError("Every key is taken.")


def name_career(tokens: list[Token]) -> str:
    """Put a place for a link round the career an item begins with, and return its key."""
    inline = next((token for token in tokens if token.type == "inline"), None)
    children = inline.children if inline else None
    if not children:
        return ""
    index = next(
        (index for index, child in enumerate(children) if child.type == "text" and child.content.strip()), None
    )
    if index is None:
        return ""
    name, mark, rest = first_name(children[index].content)
    key = name_key(name)
    opening, closing = Token("link_open", "a", 1, attrs={"data-career": key}), Token("link_close", "a", -1)
    text, after = Token("text", "", 0, content=name), Token("text", "", 0, content=mark + rest)
    children[index : index + 1] = [opening, text, closing, after]
    return key


def first_name(text: str) -> tuple[str, str, str]:
    """“Librarians. Why” or “Librarian – why” or “Librarian”: the name, what ends it, the rest."""
    match = re.search(r"\s[–—-]\s|[.:;,(]", text)
    if not match:
        return text, "", ""
    return text[: match.start()].rstrip(), text[len(text[: match.start()].rstrip()) : match.end()], text[match.end() :]
