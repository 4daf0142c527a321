"""Where a job leads, and the way from one to another, as pages."""

import pytest

from careers.actions import content_changed
from careers.glance import TOP_PAY
from careers.models import AlternateTitle, Career, Status
from careers.paths.steps import more_pay

PAGE = "/careers/library-technicians/paths/"


@pytest.fixture
def asked(client, library):
    def asked(start, goal):
        return client.get("/paths/", {"from": start, "to": goal}, headers={"Host": "testserver"})

    return asked


def test_it_says_what_each_step_takes_pays_and_rests_on(client, library):
    html = client.get(PAGE).text

    known, alike = html.index('id="leads-on"'), html.index("Archivists</a>", html.index('id="leads-on"'))
    for words in ("a known next step", "A master’s in library science, 4–6 years", "+$20,000 a year", "our profile of"):
        assert words in html[known:alike]
    assert "alike in work and skills" in html[alike:]
    assert "O*NET 29.3" in html[alike:]


def test_its_drawing_says_the_careers_of_its_lists(client, library):
    response = client.get(PAGE)

    drawn = [box.node.title for box in response.context["drawing"].boxes]
    assert drawn == ["Library assistants", "Library technicians", "Librarians", "Archivists"]
    assert [line.known for line in response.context["drawing"].lines] == [False, False, True]


def test_first_steps_beyond_the_best_are_folded_away(client, make, alike):
    start = make("Start", 1, zone=1)
    alike(start, *[make(f"Next {number}", number, zone=2) for number in range(2, 9)])

    side = client.get("/careers/start/paths/").context["found"].onward

    assert [len(side.branches), len(side.rest)] == [4, 3]


def test_circles_end(client, make, leads):
    careers = [make(title, number) for number, title in enumerate("ABC", 1)]
    for one in careers:
        for other in careers:
            leads(one, other)

    found = client.get("/careers/a/paths/").context["found"]

    assert [branch.step.after.title for branch in found.onward.branches] == ["B", "C"]
    assert [branch.further for branch in found.onward.branches] == [[], []]


def test_a_career_that_nothing_is_known_of_says_so(client, make):
    make("Beekeepers", 1)

    assert "We do not know yet what leads to Beekeepers" in client.get("/careers/beekeepers/paths/").text


def test_a_draft_is_nowhere(client, library):
    Career.objects.filter(slug="librarians").update(status=Status.DRAFT)
    content_changed(library["librarians"])

    assert client.get("/careers/librarians/paths/").status_code == 404
    assert "Librarians</a>" not in client.get(PAGE).text
    assert "We know no career called “librarians”" in client.get("/paths/?from=archivists&to=librarians").text


def test_an_editor_sees_a_draft_and_that_it_is_one(client, library, editor):
    Career.objects.filter(slug="librarians").update(status=Status.DRAFT)
    content_changed(library["librarians"])
    client.force_login(editor)

    assert "This is a draft" in client.get("/careers/librarians/paths/").text
    assert "Librarians</a>" in client.get(PAGE).text


def test_a_page_asks_the_database_for_next_to_nothing(client, library, django_assert_max_num_queries):
    client.get(PAGE)

    with django_assert_max_num_queries(5):
        client.get(f"{PAGE}?again")


@pytest.mark.parametrize("start", ["library-technicians", "Library technicians", " library  TECHNICIAN "])
def test_a_career_is_known_by_its_slug_and_by_its_name(asked, start):
    html = asked(start, "librarian").text

    assert "From Library technicians to Librarians" in html
    assert "The shortest way: 1 step, up to about 6 years of study and training" in html


def test_each_step_of_a_way_says_what_it_takes(asked):
    (way,) = asked("library-assistants", "librarians").context["ways"]

    assert [step.needs for step in way.steps] == ["Associate degree", "A master’s in library science"]
    assert [step.years for step in way.steps] == ["about 2 more years of study", "4–6 years"]


def test_where_there_is_no_way_it_says_so_and_what_comes_nearest(asked, make, alike, library):
    alike(make("Curators", 5, zone=4), library["librarians"])

    html = asked("library-assistants", "curators").text

    assert "We know no way from Library assistants to Curators." in html
    assert "/paths/?from=library-assistants&amp;to=librarians" in html


def test_a_way_back_is_offered(asked):
    html = asked("librarians", "library-technicians").text

    assert '<a href="/paths/?from=library-technicians&amp;to=librarians">a way back' in html
    assert "No way leads on from Librarians yet." in html


def test_a_name_that_several_have_asks_which(asked):
    html = asked("library", "librarians").text

    assert "2 careers have “library” in their name." in html
    assert '<a href="/paths/?from=library-technicians&amp;to=librarians">Library technicians</a>' in html


def test_a_career_is_known_by_its_other_names(asked, library):
    AlternateTitle.objects.create(career=library["library-technicians"], title="Library Aide")
    content_changed(library["library-technicians"])

    assert "From Library technicians to Librarians" in asked("library aides", "librarian").text


def test_another_name_that_several_have_asks_which(asked, library):
    for slug in ("library-technicians", "archivists"):
        AlternateTitle.objects.create(career=library[slug], title="Keeper")
        content_changed(library[slug])

    assert "2 careers have “keeper” in their name." in asked("keeper", "librarians").text


def test_a_title_goes_before_the_same_other_name(asked, library):
    AlternateTitle.objects.create(career=library["archivists"], title="Library technician")
    content_changed(library["archivists"])

    assert asked("library technician", "librarians").context["start"].choices == []


def test_a_misspelt_name_offers_what_is_near(asked):
    html = asked("archvists", "librarians").text

    assert "We know no career called “archvists”." in html
    assert '<a href="/paths/?from=archivists&amp;to=librarians">Archivists</a>' in html


@pytest.mark.parametrize(
    ("start", "goal", "sentence"),
    [
        ("librarians", "Librarian", "That is the career you start from. Choose another one."),
        ("librarians", "", "Write the name of a career here, too."),
        ("wizards", "librarians", "We know no career called “wizards”."),
        ("!!!", "librarians", "We know no career called “!!!”."),
        ("a\x00b", "librarians", "We know no career called “a b”."),
        ("مكتبة", "librarians", "We know no career called “مكتبة”."),
        ("x" * 10_000, "librarians", "That is longer than the name of any career."),
        ("<script>", "librarians", "We know no career called “&lt;script&gt;”."),
    ],
)
def test_bad_input_gets_a_sentence(asked, start, goal, sentence):
    response = asked(start, goal)

    assert response.status_code == 200
    assert sentence in response.text
    assert "ways" not in response.context


def test_nothing_asked_is_no_mistake(client, library):
    assert "error" not in client.get("/paths/").text


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (40_000, 52_400, "+$12,400 a year"),
        (52_400, 40_000, "−$12,400 a year"),
        (40_000, 40_000, "the same pay"),
        (None, 40_000, ""),
        (40_000, None, ""),
        (139_200, TOP_PAY, "+$100,000 a year or more"),
        (TOP_PAY, 139_200, "−$100,000 a year or more"),
        (TOP_PAY, TOP_PAY, ""),
    ],
)
def test_the_difference_in_pay(before, after, words):
    assert more_pay(before, after) == words
