"""A profile: what it shows, to whom, and at what cost."""

import datetime
import re

import pytest

from careers.actions import content_changed, write_sections
from careers.models import Career, Status
from careers.sections import ENTRIES, TEXTS
from tests.factories import CareerFactory

pytestmark = pytest.mark.django_db


def test_it_shows_facts_chapters_and_texts(client, technicians):
    content = client.get(technicians.get_absolute_url()).content.decode()

    for words in [
        "Library technicians",
        "Keep a collection in order.",
        "Associate degree",
        "Limited remote",
        "English",
        "Book shelver",
    ]:
        assert words in content
    assert "<strong>help</strong>" in content
    assert content.index("The short version") < content.index("Moving on")


def test_a_career_it_names_is_a_link_where_we_have_it(client, technicians):
    CareerFactory(title="Librarians", category=technicians.category)
    content_changed(technicians)

    content = client.get(technicians.get_absolute_url()).content.decode()

    assert '<a href="/careers/librarians/">Librarian</a>' in content
    assert "Beekeeper" in content
    assert "/careers/beekeeper" not in content


def test_a_draft_it_names_is_no_link(client, technicians):
    CareerFactory(title="Librarians", status=Status.DRAFT)

    assert "/careers/librarians/" not in client.get(technicians.get_absolute_url()).content.decode()


def test_it_says_where_the_job_leads(client, technicians):
    write_sections(career=technicians, texts={"path": "1. **Technician.** Start."})
    CareerFactory(title="Librarians")
    content_changed(technicians)

    content = client.get(technicians.get_absolute_url()).content.decode()

    assert ': A master’s degree, <span class="whole">2–3 years</span>' in content


def test_it_says_what_leads_to_the_job(client, technicians):
    CareerFactory(title="Librarians")

    content = client.get("/careers/librarians/").content.decode()

    assert 'It often follows <a href="/careers/library-technicians/">Library technicians</a></p>' in content
    assert '<a href="/careers/librarians/paths/">' in content


def test_previous_and_next_stay_in_the_category(client, technicians):
    CareerFactory(title="Archivists", category=technicians.category)
    CareerFactory(title="Teachers", category=technicians.category)
    CareerFactory(title="Middle of nowhere")

    content = client.get(technicians.get_absolute_url()).content.decode()

    around = re.findall(r'rel="(prev|next)" href="([^"]+)"', content)
    assert around == [("prev", "/careers/archivists/"), ("next", "/careers/teachers/")]


@pytest.mark.parametrize("suffix", ["", "view/"])
def test_a_draft_is_for_editors_only_and_says_so(client, technicians, editor, suffix):
    Career.objects.update(status=Status.DRAFT)
    content_changed(technicians)
    url = technicians.get_absolute_url() + suffix

    assert client.get(url).status_code == 404
    client.force_login(editor)
    assert "This is a draft" in client.get(url).content.decode()


def test_a_career_of_tomorrow_is_not_public_yet(client, technicians, time_machine):
    time_machine.move_to("2026-11-22 12:00-05:00")
    Career.objects.update(published_on=datetime.date(2026, 11, 23))
    content_changed(technicians)

    assert client.get(technicians.get_absolute_url()).status_code == 404
    time_machine.move_to("2026-11-23 12:00-05:00")
    assert client.get(technicians.get_absolute_url()).status_code == 200


def test_the_rule_for_a_row_is_the_rule_for_the_rows(time_machine):
    time_machine.move_to("2026-11-22 12:00-05:00")
    for status in Status:
        for day in (21, 22, 23):
            CareerFactory(status=status, published_on=datetime.date(2026, 11, day))

    published = set(Career.objects.published())

    assert published == {career for career in Career.objects.all() if career.is_public()}
    assert len(published) == 2


def test_the_print_view_has_all_28_entries_in_the_owners_order(client, technicians):
    content = client.get(technicians.get_absolute_url() + "view/").content.decode()

    places = [content.index(f"<h3>{entry.label.replace('&', '&amp;')}</h3>") for entry in ENTRIES]
    assert len(places) == 28
    assert places == sorted(places)


def test_a_full_profile_takes_at_most_eight_queries(client, technicians, django_assert_max_num_queries):
    write_sections(career=technicians, texts={entry.key: "1. One.\n2. Two." for entry in TEXTS})
    content_changed(technicians)

    with django_assert_max_num_queries(8):
        client.get(technicians.get_absolute_url())


def test_no_such_career_is_not_found(client, db):
    assert client.get("/careers/no-such-career/").status_code == 404
