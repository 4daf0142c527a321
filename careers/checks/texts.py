"""Markdown as a reader meets it: paragraphs, items and sentences, in bare words."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from careers.documents.document import CareerDocument
from careers.models import Kind
from careers.sections import TEXTS, Entry
from careers.sections import Kind as SectionKind

ITEM = re.compile(r"(\s*)(?:[-*+]|\d{1,9}[.)])\s+(?=\S)")
HEAD = re.compile(r"\s*#{1,6}\s+")
BOLD_ALONE = re.compile(r"\s*(\*\*|__).+\1\s*:?\s*$")
BOLD_FIRST = re.compile(r"\s*(\*\*|__)(.+?)\1")
END = re.compile(r"(?<=[.!?…])(?<!\b[A-Z]\.)(?<!\b(?:Dr|Mr|St|No)\.)[”’\")]*\s+(?=[“‘\"(]?[A-Z0-9$])")
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
REALITY = re.compile(r"\W*reality\b", re.IGNORECASE)
LEAST_SAID = 8
MARKS = (
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]*?[^\s*_])\1(?![\w*])"), r"\2"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEAD = "head"


@dataclass(frozen=True)
class Block:
    """A paragraph, an item of a list or a sub-head: its bare words, and those of them in bold at its beginning."""

    kind: BlockKind
    text: str
    bold: str = ""

    @cached_property
    def sentences(self) -> list[str]:
        return [part for part in END.split(self.text) if part]


@dataclass(frozen=True)
class Sentence:
    """A sentence, and what stands in bold before it at the head of its paragraph: both say what it is about.

    ``denied``: a misconception says it, so the profile does not.
    """

    name: str
    text: str
    head: str = ""
    denied: bool = False

    @property
    def whole(self) -> str:
        joint = " " if self.head[-1:] in {"", *".!?:"} else ": "
        return f"{self.head}{joint}{self.text}".strip()


class Text:
    """One section."""

    def __init__(self, entry: Entry, raw: str):
        self.entry, self.raw, self.name = entry, raw, entry.key

    @cached_property
    def blocks(self) -> list[Block]:
        return [as_block(*each) for each in raw_blocks(self.raw)]

    @cached_property
    def lists(self) -> list[list[Block]]:
        """Its lists, a list of items each: what stands between two items parts them."""
        found: list[list[Block]] = []
        before = None
        for block in self.blocks:
            if block.kind is BlockKind.ITEM:
                if before is not BlockKind.ITEM:
                    found.append([])
                found[-1].append(block)
            before = block.kind
        return found

    @cached_property
    def words(self) -> int:
        return sum(len(block.text.split()) for block in self.blocks)

    @cached_property
    def sentences(self) -> list[Sentence]:
        return [sentence for block in self.blocks for sentence in self.of_block(block)]

    def of_block(self, block: Block) -> Iterator[Sentence]:
        head = block.bold if block.bold and block.text != block.bold else ""
        rest = block.text.removeprefix(head).lstrip(" :–—") if head else block.text
        denied = self.entry.kind is SectionKind.PAIRS and not REALITY.match(block.text)
        for place, part in enumerate(part for part in END.split(rest) if part):
            denied = denied and not REALITY.match(part)
            yield Sentence(self.name, part, "" if place else head, denied)


def raw_blocks(text: str) -> Iterator[tuple[BlockKind, str]]:
    """What stands together, as written: an item takes the lines that belong to it along."""
    kind, lines = BlockKind.PARAGRAPH, list[str]()
    for line in [*text.split("\n"), ""]:
        item = ITEM.match(line)
        head = HEAD.match(line) or BOLD_ALONE.match(line)
        nested = item and len(item.group(1)) >= 2 and kind is BlockKind.ITEM
        if lines and (not line.strip() or head or (item and not nested)):
            yield kind, " ".join(lines)
            lines = []
        if not line.strip():
            continue
        if not lines:
            kind = BlockKind.ITEM if item else BlockKind.HEAD if head else BlockKind.PARAGRAPH
        lines.append(line[item.end() :] if item else HEAD.sub("", line).strip())
        if head:
            yield kind, lines.pop()


def as_block(kind: BlockKind, raw: str) -> Block:
    bold = BOLD_FIRST.match(raw)
    return Block(kind, plain(raw), plain(bold.group(2)) if bold else "")


def plain(text: str) -> str:
    for mark, words in MARKS:
        text = mark.sub(words, text)
    return " ".join(text.split())


def digest(sentence: str) -> str:
    """What two sentences of the same words share; nothing where they are too few to be told apart from chance."""
    words = WORD.findall(sentence.casefold())
    return hashlib.blake2b(" ".join(words).encode(), digest_size=8).hexdigest() if len(words) >= LEAST_SAID else ""


class Profile:
    """A document and its texts, each read once for all rules."""

    def __init__(self, document: CareerDocument):
        self.document = document
        self.full = document.kind != Kind.FACTS_ONLY

    @cached_property
    def texts(self) -> dict[str, Text]:
        """The sections that say something, in the owner's order."""
        stated = self.document.sections
        return {entry.key: Text(entry, stated[entry.key]) for entry in TEXTS if (stated.get(entry.key) or "").strip()}

    @cached_property
    def sentences(self) -> list[Sentence]:
        return [sentence for text in self.texts.values() for sentence in text.sentences]

    @cached_property
    def claims(self) -> list[Sentence]:
        """The sentences that the profile means."""
        return [sentence for sentence in self.sentences if not sentence.denied]

    @cached_property
    def digests(self) -> dict[str, Sentence]:
        """The sentences that are long enough to be nobody else's, by their digest."""
        found = {digest(sentence.text): sentence for sentence in self.sentences}
        found.pop("", None)
        return found

    def of(self, *names: str) -> list[Sentence]:
        """The sentences of these sections."""
        return [sentence for name in names if name in self.texts for sentence in self.texts[name].sentences]
