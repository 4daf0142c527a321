"""The same plan in two tabs, and buttons pressed twice, at a server with two workers."""

from functools import partial

from tests.plans.enduring.browser import at_once

TIMES = 200
ROWS = {"goals": "/plan/goal/new/", "skills": "/plan/skill/new/", "steps": "/plan/steps/new/"}


def test_200_edits_from_two_tabs_overwrite_nothing_unseen(person, edited):
    last = {}
    for number in range(TIMES):
        path, field = edited[number % len(edited)]
        tabs = [person.open(path) for _ in "AB"]
        assert {tab[field] for tab in tabs} == {last.get(path, tabs[0][field])}
        mine = [tab | {field: f"Words {number} of tab {name}."} for tab, name in zip(tabs, "AB", strict=True)]

        answers = at_once(*(partial(person.send, path, each) for each in mine))

        (refused, typed), (saved, kept) = sorted(zip(answers, mine, strict=True), key=lambda pair: pair[0].status)
        assert (saved.status, refused.status) == (302, 200)
        assert "Save mine instead" in refused.text
        assert kept[field] in refused.text
        assert typed[field] in refused.text
        last[path] = kept[field]


def test_200_forms_sent_twice_at_once_make_200_rows(person):
    before, paths = person.plan(), list(ROWS.values())
    for number in range(TIMES):
        path = paths[number % len(paths)]
        form = person.open(path)
        form |= {"name" if "name" in form else "text": f"Row {number}."}

        answers = at_once(*[partial(person.send, path, form)] * 2)

        assert [answer.status for answer in answers] == [302, 302]
    assert sorted(words_of(person.plan())) == sorted([*words_of(before), *(f"Row {n}." for n in range(TIMES))])


def words_of(document: dict) -> list[str]:
    return [row.get("text", row.get("name")) for rows in ROWS for row in document[rows]]
