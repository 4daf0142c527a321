"""Documents in small for tests, and strategies that make any document a person could write."""

import datetime

from hypothesis import strategies as st

from careers.documents.document import CareerDocument, Step
from careers.sections import BY_KEY, Kind

FRONT = """\
title: Library technicians
slug: library-technicians
category: Education & Training
types: [Stable Careers]
summary: Keep a collection in order.
"""
VIEW = """\
Career Pathways View

Career List Library Technicians
Overview

They help.

Career Category

Education & Training

Career Type

Stable Careers

Required Skills

You need:
1. Patience.
2. **Order.**
"""


def career_document(front=FRONT, body="## Overview\n\nThey help.\n"):
    return f"---\n{front}---\n{body}"


characters = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
words = st.text(characters, max_size=30).map(str.strip)
names = words.filter(bool)
slugs = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
labels = st.sampled_from(["Education & Training", "Arts, Media & Communication", "Law, Safety & Defence"])
types = st.lists(st.sampled_from(["Stable Careers", "Quick-Start Careers"]), min_size=1, unique=True).map(tuple)

any_lines = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\0"), max_size=40)
any_texts = st.lists(
    any_lines | st.sampled_from(["## Overview", "  ## a", "---", "# a", "- a", "> a"]), max_size=8
).map(lambda lines: "\n".join(lines).strip())

sentences = st.from_regex(r"[A-Z][a-zé’,]{0,9}( [a-z&“”*_]{1,9}){1,6}[.:]?", fullmatch=True)
plain_texts = st.one_of(
    st.tuples(st.just("p"), sentences),
    st.tuples(st.just("h"), sentences.map("### {}".format)),
    st.tuples(st.just("-"), st.lists(sentences, min_size=1, max_size=3).map(lambda items: bulleted(items))),
    st.tuples(st.just("1"), st.lists(sentences, min_size=1, max_size=3).map(lambda items: numbered(items))),
)
FRAGMENTS = (
    "---", "title: a", "## Overview", "## ", "Career List a", "\n", "\n\n", " ", "- ", "[", "{", "]", "}", "*a", "&a ",
    "!!python/name:a ", "? ", ": ", "'", '"', "|", ">", "%YAML 9", "\t", "\x07", "\x85", "\u2028", "Overview", "#",
)  # fmt: skip
fragments = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5), max_size=20).map("".join)
pairs = st.lists(st.tuples(sentences, sentences), max_size=3).map(
    lambda items: "\n".join(
        f"{number}. **Misconception:** {wrong}\n   **Reality:** {right}"
        for number, (wrong, right) in enumerate(items, 1)
    )
)


def bulleted(items):
    return "\n".join(f"- {item}" for item in items)


def numbered(items):
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))


def apart(blocks):
    """One text of blocks; two lists of a kind in a row would be one list."""
    kept = [block for block, before in zip(blocks, [("", ""), *blocks], strict=False) if block[0] != before[0]]
    return "\n\n".join(text for _, text in kept)


def sections(texts):
    """Some of a few sections of every kind: more would only take longer."""
    some = ("overview", "fun-fact", "related", "remote", "misconceptions")
    return st.fixed_dictionaries({}, optional={key: texts(BY_KEY[key]) for key in some})


def view_text(entry):
    return pairs if entry.kind is Kind.PAIRS else st.lists(plain_texts, max_size=5).map(apart)


view_documents = st.builds(
    CareerDocument,
    title=names,
    category=st.none() | labels,
    types=st.none() | types,
    sections=sections(view_text),
)
career_documents = st.builds(
    CareerDocument,
    title=names,
    slug=st.none() | slugs,
    code=st.none() | st.just("25-4031.00"),
    category=st.none() | names,
    types=st.none() | types,
    summary=st.none() | words,
    titles=st.none() | st.lists(names, max_size=4, unique=True).map(tuple),
    education=st.none() | st.sampled_from(["none", "school", "doctorate"]),
    remote=st.none() | st.sampled_from(["none", "mostly"]),
    subjects=st.none() | st.lists(names, max_size=3, unique=True).map(tuple),
    leads_to=st.none()
    | st.lists(
        st.builds(Step, career=slugs, needs=words, years=words.map(lambda text: text[:20].strip())),
        max_size=3,
        unique_by=lambda step: step.career,
    ).map(tuple),
    kind=st.none() | st.sampled_from(["full", "facts-only"]),
    status=st.none() | st.sampled_from(["draft", "published"]),
    accepted=st.none() | st.lists(st.fixed_dictionaries({"check": words, "reason": words}), max_size=2).map(tuple),
    checked_on=st.none() | st.dates(datetime.date(1900, 1, 1)),
    sections=sections(lambda entry: any_texts),
)
