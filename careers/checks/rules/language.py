"""Words: phrases that say nothing, marks that were left over, one word spelled two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from careers.checks.findings import Context, Note, Place, check
from careers.checks.texts import Profile, Sentence, Text
from careers.models import Severity

FILLER = re.compile(
    r"^(?:overall|in conclusion|in summary|all in all|to sum up),"
    r"|\bplays? an? (?:\w+ )?(?:crucial|vital|key|important|essential|significant|pivotal) (?:role|part)\b"
    r"|\bit(?: is|[’']s) (?:important|worth|essential|crucial) (?:to|noting)\b"
    r"|\bin today[’']s (?:\w+[- ])*world\b"
    r"|\b(?:ever|constantly|rapidly)[- ](?:changing|evolving)\b"
    r"|\bevolving landscape\b"
    r"|\bstay(?:ing)? (?:updated|up[- ]to[- ]date|current) (?:on|with|in)\b"
    r"|\b(?:commitment|dedication) to (?:excellence|the field)\b"
    r"|\bstand out in the (?:field|job market|crowd)\b"
    r"|\bmak(?:e|es|ing) a positive (?:impact|difference)\b"
    r"|\bthe (?:sky is|possibilities are) (?:the limit|endless)\b"
    r"|\bmake(?:s|ing)? it a rewarding career\b|\bmaking it a rewarding\b"
    r"|\bpassion for\b.{0,40}\bhelping others\b",
    re.IGNORECASE,
)
# One of these words is in every phrase above: looking for them first is much quicker.
HINTS = (
    "overall,", "in conclusion,", "in summary,", "all in all,", "to sum up,", " role", " part", "it is ", "it’s ",
    "it's ", "in today", "changing", "evolving", "stay", "excellence", "the field", "stand out", "positive",
    "the sky is", "possibilities are", "rewarding", "passion for",
)  # fmt: skip
LEFT_OVER = re.compile(
    r"\*\*|(?<!\w)__|`|\]\(|!\[|</?[a-z][^<>]*>|&(?:[a-z]{2,8}|#\d+);|^\#{1,6}(?=\w)|(?<!\S)\#{2,6}(?=\s)",
    re.IGNORECASE,
)
MARKED = re.compile(r"[*_`\]<&#]")
FACTS = ("title", "summary")
MOST_SHOWN = 3
WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
SPELLINGS = (
    (re.compile(r"^(\w{3,})(is|iz)(e|es|ed|er|ers|ing|ation|ations)$"), r"\1ize"),
    (re.compile(r"^(anal|paral|catal)(ys|yz)(e|es|ed|er|ers|ing)$"), r"\1yze"),
    (
        re.compile(
            r"^(col|fav|behavi|lab|neighb|hon|harb|hum|rum|vap|od|arm|flav|endeav)(ou?r)"
            r"(s|ed|ing|ful|less|able|ites?|al|ers?|hoods?|ly|)$"
        ),
        r"\1or",
    ),
    (re.compile(r"^(enro|fulfi)(ll?)$"), r"\1l"),
    (
        re.compile(r"^(counse|trave|mode|labe|cance|fue|signa|leve|tunne|jewe|dia)(ll?)(ed|ing|ers?|ors?|ery)$"),
        r"\1l",
    ),
    (re.compile(r"^(cent|fib|theat|lit|calib)(re|er)(s?)$"), r"\1er"),
    (re.compile(r"^(catalog|dialog|analog)(ue?|)(s|ed|d|ers?|rs?|ing|)$"), r"\1"),
    (re.compile(r"^(defen|offen|preten)(ce|se)(s?)$"), r"\1se"),
    (re.compile(r"^(gr)(ey|ay)(s?)$"), r"\1ay"),
    (re.compile(r"^(ag)(e?)(ing)$"), r"\1ing"),
    (re.compile(r"^(judg|acknowledg)(e?)(ments?)$"), r"\1ment"),
    (re.compile(r"^(p|orthop|encyclop)(ae|e)(diatric|diatrics|dic|dics|dia)$"), r"\1e\3"),
    (re.compile(r"^(an)(ae|e)(sthetic|sthetics|sthetist|sthesia)$"), r"\1e\3"),
    (re.compile(r"^(enro|fulfi)(ll?)(ments?)$"), r"\1l\3"),
)


@check("filler", Severity.WARNING, "A phrase that says nothing, such as “Overall, …” or “plays a crucial role”.")
def filler(profile: Profile, context: Context) -> Iterator[Note]:
    for text in profile.texts.values():
        if found := phrases_in(text):
            phrases = ", ".join(dict.fromkeys(f"“{match.group()}”" for _, match in found))
            places = tuple(Place(text.name, sentence.text) for sentence, _ in found[:MOST_SHOWN])
            yield Note(f"“{text.entry.label}” has phrases that say nothing: {phrases}.", places)


def phrases_in(text: Text) -> list[tuple[Sentence, re.Match]]:
    hinted = [each for each in text.sentences if any(hint in each.text.casefold() for hint in HINTS)]
    return [(sentence, match) for sentence in hinted if (match := FILLER.search(sentence.text))]


@check("markdown-left", Severity.WARNING, "Marks are left over that readers see as they are: “**”, “&nbsp;”, a tag.")
def markdown_left(profile: Profile, context: Context) -> Iterator[Note]:
    facts = [(name, getattr(profile.document, name) or "") for name in FACTS]
    texts = [(text.name, block.text) for text in profile.texts.values() for block in text.blocks]
    for name, words in [*facts, *texts]:
        if MARKED.search(words) and (found := LEFT_OVER.search(words)):
            around = words[max(0, found.start() - 60) : found.end() + 60]
            yield Note(f"A mark is left over: “{found.group()}”.", (Place(name, around),))


@check("spelled-two-ways", Severity.WARNING, "One word is spelled two ways within the profile: organize and organise.")
def spelled_two_ways(profile: Profile, context: Context) -> Iterator[Note]:
    for spellings in variants(profile):
        (one, first), (other, second) = list(spellings.items())[:2]
        places = (Place(first.name, first.whole), Place(second.name, second.whole))
        yield Note(f"One word is spelled two ways: “{one}” and “{other}”.", places)


def variants(profile: Profile) -> Iterator[dict[str, Sentence]]:
    """The words that stand in more than one spelling, each spelling with the first sentence that has it."""
    seen = first_uses(profile)
    by_key: dict[str, dict[str, str]] = defaultdict(dict)
    for word in seen:
        if key := common(word):
            by_key[key].setdefault(style(word), word)
        if "-" in word and (joined := word.replace("-", "")) in seen:
            by_key[joined] |= {"-": word, "": joined}
    for spellings in by_key.values():
        if len(spellings) > 1:
            yield {word: seen[word] for word in spellings.values()}


def first_uses(profile: Profile) -> dict[str, Sentence]:
    """Each word with the first sentence that has it. Names keep their own spelling, so capitals within are left out."""
    seen: dict[str, Sentence] = {}
    for sentence in profile.sentences:
        for place, match in enumerate(WORD.finditer(sentence.whole)):
            word = match.group()
            if word.islower() or (place == 0 and word[1:].islower()):
                seen.setdefault(word.lower(), sentence)
    return seen


@lru_cache(maxsize=50_000)
def common(word: str) -> str:
    return next((pattern.sub(key, word) for pattern, key in SPELLINGS if pattern.match(word)), "")


def style(word: str) -> str:
    """Which of the two ways a word is spelled: its middle part, so that “catalogue” goes with “cataloguing”."""
    return next((match.group(2).removesuffix("e") for pattern, _ in SPELLINGS if (match := pattern.match(word))), "")
