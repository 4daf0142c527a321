import datetime
import time

import pytest

from careers.documents import career_document
from careers.documents.document import CareerDocument, DocumentError, Step
from tests.careers.documents import FRONT
from tests.careers.documents import career_document as text_of

FULL = """\
title: Library technicians
slug: library-technicians
code: 25-4031.00
category: Education & Training
types: [Stable Careers, Changing Careers]
summary: "Keep order: help people."
titles: [Library assistant, 24]
education: Associate
remote: none
subjects: []
leads_to:
  - {career: librarians, needs: "Master's", years: 2}
kind: full
status: published
accepted: [{check: type-falling, reason: "Fewer jobs."}]
checked_on: 2026-11-22
"""


STATED = CareerDocument(
    title="Library technicians",
    slug="library-technicians",
    code="25-4031.00",
    category="Education & Training",
    types=("Stable Careers", "Changing Careers"),
    summary="Keep order: help people.",
    titles=("Library assistant", "24"),
    education="associate",
    remote="none",
    subjects=(),
    leads_to=(Step("librarians", "Master's", "2"),),
    kind="full",
    status="published",
    accepted=({"check": "type-falling", "reason": "Fewer jobs."},),
    checked_on=datetime.date(2026, 11, 22),
)
WRITTEN = """\
title: Library technicians
slug: library-technicians
code: 25-4031.00
category: Education & Training
types: [Stable Careers, Changing Careers]
summary: 'Keep order: help people.'
titles: [Library assistant, '24']
education: associate
remote: none
subjects: []
leads_to:
- {career: librarians, needs: Master's, years: '2'}
kind: full
status: published
accepted:
- {check: type-falling, reason: Fewer jobs.}
checked_on: 2026-11-22
"""


def read(front=FRONT, body=""):
    return career_document.read(text_of(front, body))


def test_every_key_is_read():
    assert read(FULL) == STATED


def test_what_is_left_out_is_not_stated():
    assert read("title: A\n") == CareerDocument(title="A")


def test_sections_are_read_without_the_empty_lines_around():
    document = read(body="\n## Overview\n\n\nOne.\n\nTwo.\n\n\n## fun fact ##\n\n## Required Skills\n- a\n")

    assert document.sections == {"overview": "One.\n\nTwo.", "fun-fact": "", "skills": "- a"}


def test_each_field_knows_its_line():
    document = read(body="## Overview\n\na\n\n## Fun Fact\n")

    assert {name: document.lines[name] for name in ("title", "types", "Overview", "Fun Fact")} == {
        "title": 2,
        "types": 5,
        "Overview": 8,
        "Fun Fact": 12,
    }


def test_a_document_is_written_to_be_reviewed():
    document = read(FULL, "## Overview\n\nThey help.")

    assert career_document.write(document) == text_of(WRITTEN, "## Overview\n\nThey help.\n")


def test_a_head_inside_a_text_is_no_label():
    document = CareerDocument(title="A", sections={"overview": "One.\n\n## Two\n\n ## Three"})

    assert "\n ## Two\n" in career_document.write(document)
    assert career_document.read(career_document.write(document)) == document


BAD_FRONT = [
    ("title: [", 3, "not YAML"),
    ("title: 'a", 2, "not YAML"),
    ("title: a\n\tslug: b", 3, "not YAML"),
    ("title: a\x07", 1, "not YAML"),
    ("title: a\n...\ntitle: b", 4, "not YAML"),
    ("- a\n- b", 2, "must be made of “key: value”"),
    ("Just words", 2, "must be made of “key: value”"),
    ("", 1, "front matter is empty"),
    ("# nothing", 1, "front matter is empty"),
    ("slug: a", 1, "has no title"),
    ("title:", 2, "“title” must be a text"),
    ("title: ''", 2, "“title” is empty"),
    ("title: [a]", 2, "“title” must be a text"),
    ("title: a\ntitle: b", 3, "“title” stands here a second time"),
    ("title: a\ntilte: b", 3, "The key “tilte” is unknown. Did you mean “title”?"),
    ("title: a\n? [b]\n: c", 3, "“key” must be a text"),
    (f"title: {'a' * 121}", 2, "at most 120 characters"),
    ("title: a\nslug: A b", 3, "“slug” is not right"),
    ("title: a\ncode: 25-4031", 3, "Write the code as 25-4031.00"),
    ("title: a\ncategory: {b: c}", 3, "“category” must be a text"),
    ("title: a\ntypes: Stable Careers", 3, "“types” must be a list"),
    ("title: a\ntypes: [[b]]", 3, "“types” must be a text"),
    (f"title: a\nsummary: {'b' * 201}", 3, "at most 200 characters"),
    (f"title: a\ntitles:\n- b\n- {'c' * 151}", 5, "at most 150 characters"),
    ("title: a\ntitles:\n- b\n- b", 5, "“b” stands twice in “titles”"),
    ("title: a\ntitles: [b, '']", 3, "“titles” has a gap"),
    ("title: a\neducation: college", 3, "“college” is no “education”: write none, school, certificate"),
    ("title: a\nremote: no", 3, "“no” is no “remote”: write none, limited, some, mostly"),
    ("title: a\nkind: half", 3, "write full, facts-only"),
    ("title: a\nstatus: hidden", 3, "write draft, published"),
    ("title: a\nleads_to: b", 3, "“leads_to” must be a list"),
    ("title: a\nleads_to: [b]", 3, "must be made of “key: value”"),
    ("title: a\nleads_to:\n- needs: b", 4, "must name its career"),
    ("title: a\nleads_to:\n- career: b\n  cost: c", 5, "The key “cost” is unknown"),
    ("title: a\nleads_to:\n- career: B b", 4, "“career” is not right"),
    ("title: a\nleads_to:\n- career: b\n- career: b", 5, "leads to “b” twice"),
    (f"title: a\nleads_to:\n- career: b\n  years: {'2' * 21}", 5, "at most 20 characters"),
    ("title: a\naccepted: [b]", 3, "must be made of “key: value”"),
    ("title: a\naccepted: [{check: b, why: c}]", 3, "The key “why” is unknown. Known are: check, reason"),
    ("title: a\nchecked_on: 2026-13-45", 3, "“checked_on” is no date"),
    ("title: a\nchecked_on: yesterday", 3, "“checked_on” is no date"),
    ("title: &a b\nsummary: *a", 3, "uses an alias"),
    ("title: a\ntitles: &a [b]\nsubjects: *a", 4, "uses an alias"),
    ("title: a\ntitles: " + "[" * 60_000, 3, "nested too deep|not YAML"),
    ("title: a\ntitles: " + "{b: " * 15_000, 3, "nested too deep|not YAML"),
    ("title: a\n" + "summary: b\n" * 6_000, 1, "longer than 64,000 characters"),
    ('title: "a\\0b"', 2, "no text"),
    (f"title: a\nsubjects: [{'b' * 61}]", 3, "at most 60 characters"),
    (f"title: a\naccepted: [{{reason: {'b' * 301}}}]", 3, "at most 300 characters"),
    ("title: a\nsubjects:" + "".join(f"\n- {number}" for number in range(501)), 4, "more than 500 entries"),
    ("title: !!python/object/apply:os.system [ls]", 2, "“title” must be a text"),
]


@pytest.mark.parametrize(("front", "line", "sentence"), BAD_FRONT)
def test_front_matter_that_is_wrong_is_refused_by_line(front, line, sentence):
    started = time.process_time()

    with pytest.raises(DocumentError, match=sentence) as refusal:
        read(front + "\n")

    assert refusal.value.line == line
    assert time.process_time() - started < 2


BAD_BODY = [
    ("Text.\n\n## Overview", 8, "before the first “## Label”"),
    ("## Overveiw\n\na", 8, "The label “Overveiw” is unknown. Did you mean “Overview”?"),
    ("## Overview\n\na\n\n## Pay", 12, "The label “Pay” is unknown. Known are: Career Counselling"),
    ("##", 8, "The label “” is unknown"),
    ("## Overview\n\na\n\n## OVERVIEW\n\nb", 12, "“Overview” stands here a second time"),
    ("## Career Category\n\nEducation", 8, "“Career Category” is stated in the front matter"),
    ("## Overview\n\na\n\n" + "- " * 5_000 + "b", 12, "more than 20 deep"),
    ("## Overview\n\n" + "\n".join("  " * depth + "- a" for depth in range(100)), 30, "more than 20 deep"),
    ("## Overview\n\n" + ">" * 5_000, 10, "more than 20 deep"),
    ("## Fun Fact\n" + "- a\n" * 400, 309, "300 list items"),
    ("## Overview\n\n" + "a" * 20_001, 10, "20,000 characters"),
]


@pytest.mark.parametrize(("body", "line", "sentence"), BAD_BODY)
def test_a_body_that_is_wrong_is_refused_by_line(body, line, sentence):
    with pytest.raises(DocumentError, match=sentence) as refusal:
        read(body=body)

    assert refusal.value.line == line


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "begins with a line “---”"),
        ("# Library technicians", "begins with a line “---”"),
        ("---\ntitle: a\n", "is not closed by a line “---”"),
    ],
)
def test_a_document_without_front_matter_is_refused(text, sentence):
    with pytest.raises(DocumentError, match=sentence) as refusal:
        career_document.read(text)

    assert refusal.value.line == 1
