import io

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from careers.actions import write_sections
from careers.models import Career, ContentVersion
from tests.careers.test_documents_view import SEED, rows, seed_needed
from tests.factories import CareerFactory

EXPORTED = """\
---
title: Library technicians
slug: library-technicians
category: Education & Training
types: [Stable Careers]
summary: Keep a collection in order.
titles: [Book shelver]
education: associate
remote: limited
subjects: [English]
leads_to:
- {career: librarians, needs: A master’s degree, years: 2–3}
kind: full
status: published
accepted: []
---
## Overview

You **help**.

## Related Careers

- Librarian. Close.
- Beekeeper. Not here.
"""
VIEW = """\
Career Pathways View

Career List Library technicians
Overview

You **help**.

Career Category

Education & Training

Career Type

Stable Careers

Related Careers

– Librarian. Close.
– Beekeeper. Not here.
"""


def export(folder, *slugs, **options):
    out = io.StringIO()
    call_command("export_careers", str(folder), *slugs, stdout=out, **options)
    return out.getvalue()


def bring(*paths, **options):
    out = io.StringIO()
    call_command("import_careers", *map(str, paths), stdout=out, **options)
    return out.getvalue().splitlines()[-1]


@pytest.mark.parametrize(("format", "name", "text"), [("md", ".md", EXPORTED), ("view", ".txt", VIEW)])
def test_a_career_is_written_as_a_document(tmp_path, technicians, format, name, text):
    export(tmp_path / "new" / "folder", format=format)

    assert (tmp_path / "new" / "folder" / f"library-technicians{name}").read_text() == text


def test_all_careers_are_exported_drafts_too(tmp_path, technicians):
    CareerFactory(title="Librarians", status="draft")

    assert export(tmp_path) == f"2 careers were exported to {tmp_path}.\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["librarians.md", "library-technicians.md"]


def test_chosen_careers_are_exported(tmp_path, technicians):
    CareerFactory(title="Librarians")
    export(tmp_path, "librarians")

    assert [path.name for path in tmp_path.iterdir()] == ["librarians.md"]


def test_an_unknown_slug_is_refused(tmp_path, technicians):
    with pytest.raises(CommandError, match="no career with the slug a, b"):
        export(tmp_path / "new", "b", "library-technicians", "a")

    assert not (tmp_path / "new").exists()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path, technicians):
    (tmp_path / "file").write_text("")

    with pytest.raises(CommandError, match="it cannot be written"):
        export(tmp_path / "file")


@pytest.mark.parametrize("format", ["md", "view"])
def test_importing_what_was_exported_changes_nothing(tmp_path, technicians, format):
    CareerFactory(title="Farmers and ranchers", slug="farmers", category=technicians.category)
    awkward = "One\ntwo.\n\n## Head\n\n* a\n\n* b\n\n      code\n---\n> quote\n\n1) x"
    write_sections(career=technicians, texts={"overview": awkward, "tools": "Overview, but\nmore"})
    before = ContentVersion.current()
    export(tmp_path, format=format)

    assert bring(tmp_path) == "0 created, 0 updated, 2 unchanged."
    assert ContentVersion.current() == before


def test_two_careers_of_one_title_come_back_to_themselves(tmp_path, technicians):
    CareerFactory(title="Library technicians", slug="beside", category=technicians.category)
    export(tmp_path, format="view")

    assert bring(tmp_path) == "0 created, 0 updated, 2 unchanged."


def test_exporting_many_costs_few_queries(tmp_path, technicians, django_assert_max_num_queries):
    for _ in range(30):
        CareerFactory(category=technicians.category)

    with django_assert_max_num_queries(10):
        export(tmp_path)


@seed_needed
def test_the_owners_document_comes_out_as_it_went_in(tmp_path, db):
    call_command("loaddata", str(settings.BASE_DIR / "fixtures" / "careers" / "taxonomy.json"), verbosity=0)
    bring(SEED)
    export(tmp_path, format="view")

    career = Career.objects.get()
    assert career.sections.exclude(html="").count() == 26
    assert (career.category.name, career.types.get().name) == ("Education & Training", "Stable Careers")
    assert rows((tmp_path / "library-technicians.txt").read_text()) == rows(SEED.read_text())


@seed_needed
def test_the_owners_document_is_rendered(db):
    call_command("loaddata", str(settings.BASE_DIR / "fixtures" / "careers" / "taxonomy.json"), verbosity=0)
    bring(SEED)

    html = dict(Career.objects.get().sections.values_list("key", "html"))
    assert "<h4>Career Overview: Library Technicians</h4>" in html["counselling-overview"]
    assert "<p><strong>Earning Potential:</strong></p>" in html["counselling-overview"]
    assert "<ul>\n<li>Assisting patrons" in html["counselling-overview"]
    assert html["misconceptions"].count("<br>\n<strong>Reality:</strong>") == 5
    assert html["fun-fact"].count("<li ") == 5
