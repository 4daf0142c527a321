import time

import pytest

from careers import markdown
from careers.sections import BY_KEY
from tests.xss import PAYLOADS, executable

LIST, CAREERS, PROSE, PAIRS = (BY_KEY[key] for key in ("skills", "related", "overview", "misconceptions"))


def keys(rendered):
    return [item.key for item in rendered.items]


def kept(before, after):
    """Keys of a text after an edit, as places in the text before it."""
    first = markdown.render(before, LIST)
    second = markdown.render(after, LIST, [item.as_json() for item in first.items])
    return [keys(first).index(key) if key in keys(first) else "new" for key in keys(second)]


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("before", ["", "- ", "1. **Lead.** ", "### ", "> "])
def test_nothing_that_runs_is_left(payload, before):
    for entry in (None, LIST, CAREERS):
        assert executable(markdown.render(before + payload, entry).html) == []


def test_html_is_shown_as_text():
    assert markdown.render("a <b>c</b>").html == "<p>a &lt;b&gt;c&lt;/b&gt;</p>"


def test_a_line_break_is_kept():
    assert markdown.render("a\nb").html == "<p>a<br>\nb</p>"


def test_bold_lists_and_links_are_rendered():
    html = markdown.render("**a**\n\n- [b](https://example.org)").html

    assert "<strong>a</strong>" in html
    assert '<li><a href="https://example.org">b</a></li>' in html


@pytest.mark.parametrize(("head", "tag"), [("# a", "h4"), ("### a", "h4"), ("##### a", "h5"), ("a\n===", "h4")])
def test_heads_stand_below_those_of_the_page(head, tag):
    assert markdown.render(head).html == f"<{tag}>a</{tag}>"


def test_an_item_ends_with_its_place():
    rendered = markdown.render("1. a\n2. b", LIST)

    first, second = keys(rendered)
    assert f'<li id="skills-{first}">a<!--item:skills/{first}--></li>' in rendered.html
    assert f'<li id="skills-{second}">b<!--item:skills/{second}--></li>' in rendered.html


def test_an_item_is_its_bare_words():
    rendered = markdown.render("1. **Misconception:** It is\n   `quiet`.\n   **Reality:** No.", PAIRS)

    assert [item.text for item in rendered.items] == ["Misconception: It is quiet. Reality: No."]


def test_only_outermost_items_have_a_place():
    rendered = markdown.render("- a\n  - inner\n- b\n\n> - quoted", LIST)

    assert [item.text for item in rendered.items] == ["a inner", "b"]


def test_prose_has_no_items():
    assert markdown.render("- a", PROSE).items == ()


def test_equal_items_have_keys_of_their_own():
    assert len(set(keys(markdown.render("- a\n- a\n- a", LIST)))) == 3


def test_the_same_text_gives_the_same_keys():
    assert markdown.render("- a\n- b\n- a", LIST) == markdown.render("- a\n- b\n- a", LIST)


@pytest.mark.parametrize(
    ("before", "after", "places"),
    [
        ("- a\n- b", "- b\n- a", [1, 0]),
        ("- a\n- b", "- a\n- entirely new\n- b", [0, "new", 1]),
        ("- a\n- b\n- c", "- a\n- c", [0, 2]),
        ("- a\n- a", "- a\n- a", [0, 1]),
        ("1. Ask a librarian.", "- Ask a librarian.", [0]),
        ("- Ask at your library.\n- Learn to type.", "- Learn to type fast.\n- Ask at your town library.", [1, 0]),
        ("- Learn to type.", "- Bake a cake on Sunday.", ["new"]),
    ],
)
def test_an_item_keeps_its_key_over_an_edit(before, after, places):
    assert kept(before, after) == places


def test_the_key_of_an_item_taken_away_is_not_given_to_a_new_one():
    first = markdown.render("- a", LIST)
    second = markdown.render("- b\n- a", LIST, [{"key": keys(markdown.render("- b", LIST))[0], "text": "z"}])

    assert len(set(keys(second))) == 2
    assert keys(first)[0] in keys(second)


@pytest.mark.parametrize(
    "item",
    [
        "Librarians",
        "**Librarians.** They choose.",
        "**Librarians**: they choose.",
        "librarian – chooses",
        "Librarian: chooses",
        "Librarian, who chooses",
        "Librarian (MLS)",
        "*Librarian*",
    ],
)
def test_a_related_career_is_named_by_its_beginning(item):
    rendered = markdown.render(f"- {item}", CAREERS)

    assert [item.career for item in rendered.items] == ["librarian"]
    assert '<a data-career="librarian">' in rendered.html


def test_a_bold_name_may_hold_a_comma():
    rendered = markdown.render("- **Architects, landscape.** Outdoors.", CAREERS)

    assert '<strong><a data-career="architect landscape">Architects, landscape</a>.</strong>' in rendered.html


@pytest.mark.parametrize("item", ["!", "—", "[Librarian](https://example.org)", "`code`"])
def test_an_item_without_a_name_is_left_alone(item):
    rendered = markdown.render(f"- {item}", CAREERS)

    assert rendered.html.count("<a ") == item.count("](")


def test_only_related_careers_are_named():
    assert "data-career" not in markdown.render("- Librarian", LIST).html


@pytest.mark.parametrize("deep", ["- " * 5000 + "a", ">" * 5000 + "a", "a\n" + "1. " * 5000 + "a"])
def test_deep_lists_are_refused_at_once(deep):
    started = time.monotonic()

    with pytest.raises(markdown.Refused, match="more than 20 deep") as refusal:
        markdown.render(deep[: markdown.LONGEST])

    assert refusal.value.line == deep.count("\n")
    assert time.monotonic() - started < 1


def test_lists_set_in_ever_further_are_refused_by_line():
    with pytest.raises(markdown.Refused) as refusal:
        markdown.check("\n".join("  " * place + "- a" for place in range(100)))

    assert refusal.value.line == 20


def test_twenty_levels_are_not_too_deep():
    assert markdown.render("\n".join("  " * place + "- a" for place in range(20))).html.count("<ul>") == 20


def test_a_list_without_end_is_refused():
    with pytest.raises(markdown.Refused, match="300 list items") as refusal:
        markdown.render("- a\n" * 301)

    assert refusal.value.line == 300


def test_a_text_without_end_is_refused():
    with pytest.raises(markdown.Refused, match="20,000 characters; this one has 20,001"):
        markdown.render("a" * 20_001)


@pytest.mark.parametrize("piece", ["[", "![", "*a ", "**a *", "`", "<", "&", "\\", "[a](", "a|", "> a\n\n", "_"])
def test_no_text_keeps_the_renderer_busy(piece):
    text = (piece * 20_000)[:20_000]
    started = time.process_time()

    markdown.render(text[: 1_000 if "\n" in piece else None], LIST)

    assert time.process_time() - started < 5


def test_an_edit_of_a_long_list_is_quick():
    before = markdown.render("\n".join(f"- {number} " + "word " * 10 for number in range(300)), LIST)
    started = time.process_time()

    markdown.render(
        "\n".join(f"- {number} " + "other " * 9 for number in range(300)), LIST, [i.as_json() for i in before.items]
    )

    assert time.process_time() - started < 2
