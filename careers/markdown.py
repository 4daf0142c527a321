"""Markdown to clean HTML, with a place left at each list item and each named career.

Rendered when a text is saved, never when a page is read. HTML that people write is shown as text; links go to web pages
and e-mail addresses alone. Two places are left for the page to fill: ``<!--item:SECTION/KEY-->`` ends a list item, and
``<a data-career="NAME KEY">`` round the career that an item of the related careers begins with.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from careers.models.career import name_key
from careers.sections import Entry, Kind

HEADS = {"h4", "h5", "h6"}
TAGS = HEADS | {"p", "br", "hr", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "a"}
ATTRIBUTES = {"a": {"href", "title", "data-career"}, "ol": {"start"}, "li": {"id"}}
SCHEMES = {"http", "https", "mailto"}

DEEPEST = 20
LONGEST = 20_000
MOST_ITEMS = 300
MARKS = re.compile(r"(?:[ \t]*(?:>|[-*+](?=\s|$)|\d{1,9}[.)](?=\s|$)))*")
ALIKE = 0.6
MOST_COMPARED = 2_500


class Refused(ValueError):
    """A text that nobody means to write; ``line`` is where, counted from 0."""

    def __init__(self, message: str, line: int = 0):
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Item:
    """A list item of the outermost level: its key, kept over edits, its bare words, and the career it begins with."""

    key: str
    text: str
    career: str = ""

    def as_json(self) -> dict[str, str]:
        return {"key": self.key, "text": self.text} | ({"career": self.career} if self.career else {})


@dataclass(frozen=True)
class Rendered:
    html: str
    items: tuple[Item, ...] = ()


@cache
def parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": DEEPEST * 5}).disable("image")


def render(text: str, entry: Entry | None = None, before: Sequence[Mapping[str, str]] = ()) -> Rendered:
    """Clean HTML of ``text``; ``before`` is the items the section had, whose keys stay where an item does."""
    check(text)
    tokens = parser().parse(text)
    lower_heads(tokens)
    items: tuple[Item, ...] = ()
    if entry is not None and entry.kind is not Kind.PROSE:
        items = mark_items(tokens, entry, before)
    return Rendered(clean(parser().renderer.render(tokens, parser().options, {})), items)


def clean(html: str) -> str:
    """The second lock: what is not expected of our own renderer is taken out."""
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, strip_comments=False
    ).strip()


def check(text: str) -> None:
    """Refuse what would keep the parser busy for long, before it is asked."""
    if len(text) > LONGEST:
        raise Refused(f"A text may have {LONGEST:,} characters; this one has {len(text):,}.")
    items = 0
    for number, line in enumerate(text.split("\n")):
        depth = deepest(line)
        items += depth > 0
        if depth > DEEPEST:
            raise Refused(f"Lists or quotes are nested more than {DEEPEST} deep.", number)
        if items > MOST_ITEMS:
            raise Refused(f"A text may hold {MOST_ITEMS} list items; this one has more.", number)


def deepest(text: str) -> int:
    """How deep lists and quotes can nest at most: a level for each mark of a line, and for each two columns before."""
    return max(map(depth_of_line, text.split("\n")))


def depth_of_line(line: str) -> int:
    found = MARKS.match(line)
    marks = found.group().expandtabs(4) if found else ""
    count = len(re.findall(r"[-*+>]|\d+[.)]", marks))
    return count + max(0, marks.count(" ") - count + 1) // 2


def lower_heads(tokens: list[Token]) -> None:
    """The page's own headings are h1 to h3, so those in a text begin at h4."""
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{max(4, int(token.tag[1]))}"


def mark_items(tokens: list[Token], entry: Entry, before: Sequence[Mapping[str, str]]) -> tuple[Item, ...]:
    spans = list(top_items(tokens))
    texts = [words(tokens[start:end]) for start, end in spans]
    keys = keep_keys(texts, before)
    items = []
    for (start, end), key, text in reversed(list(zip(spans, keys, texts, strict=True))):
        tokens[start].attrSet("id", f"{entry.key}-{key}")
        tokens.insert(end, Token("html_block", "", 0, content=f"<!--item:{entry.key}/{key}-->"))
        career = link_career(tokens[start:end]) if entry.kind is Kind.CAREERS else ""
        items.append(Item(key, text, career))
    return tuple(reversed(items))


def top_items(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Where each item of an outermost list starts and ends, as indexes into ``tokens``."""
    start = 0
    for index, token in enumerate(tokens):
        if token.type == "list_item_open" and token.level == 1:
            start = index
        elif token.type == "list_item_close" and token.level == 1:
            yield start, index


def words(tokens: list[Token]) -> str:
    """The words alone, on one line."""
    inlines = (token.children or [] for token in tokens if token.type == "inline")
    texts = ("".join(child.content or " " * child.type.endswith("break") for child in inline) for inline in inlines)
    return " ".join(" ".join(texts).split())


def keep_keys(texts: list[str], before: Sequence[Mapping[str, str]]) -> list[str]:
    """A key for each item: the one it had, where its words are the same or much alike; else one made of its words."""
    free = {item["key"]: item["text"] for item in before}
    taken = set(free)
    keys = [take(text, free) for text in texts]
    if free and keys.count("") * len(free) <= MOST_COMPARED:
        keys = [key or take(likest(text, free), free) for key, text in zip(keys, texts, strict=True)]
    turns: Counter[str] = Counter()
    for index, text in enumerate(texts):
        while not keys[index]:
            key = hashlib.sha256(f"{text}{turns[text] or ''}".encode()).hexdigest()[:5]
            turns[text] += 1
            keys[index] = "" if key in taken else key
            taken.add(key)
    return keys


def take(text: str, free: dict[str, str]) -> str:
    """Take the first free key whose words are exactly these."""
    key = next((key for key, old in free.items() if old == text), "")
    free.pop(key, None)
    return key


def likest(text: str, free: Mapping[str, str]) -> str:
    """The old words that read most like these, if any are much alike."""
    matcher = SequenceMatcher(None, b=text[:200], autojunk=False)
    best, likeness = "", ALIKE
    for old in free.values():
        matcher.set_seq1(old[:200])
        if matcher.quick_ratio() > likeness and matcher.ratio() > likeness:
            best, likeness = old, matcher.ratio()
    return best


def link_career(tokens: list[Token]) -> str:
    """Leave a place for a link round the career an item begins with, and return its key."""
    children = next((token.children for token in tokens if token.type == "inline"), None) or []
    index = next((index for index, child in enumerate(children) if child.type == "text" and child.content.strip()), -1)
    if index < 0 or any(child.type == "link_open" for child in children[:index]):
        return ""
    text = children[index].content
    bold = index > 0 and children[index - 1].type == "strong_open" and children[index + 1].type == "strong_close"
    name = text.rstrip(" .:;,") if bold else first_name(text)
    if key := name_key(name):
        opening, closing = Token("link_open", "a", 1, attrs={"data-career": key}), Token("link_close", "a", -1)
        inside, after = Token("text", "", 0, content=name), Token("text", "", 0, content=text[len(name) :])
        children[index : index + 1] = [opening, inside, closing, after]
    return key


def first_name(text: str) -> str:
    """The name in “Librarian”, “Librarian: why it is close” and “Librarian – why it is close”."""
    return re.split(r"\s[–—-]\s|[.:;,(]", text, maxsplit=1)[0].rstrip()
