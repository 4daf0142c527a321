import io
import json
from pathlib import Path
from zipfile import ZipFile

import lucide
import pytest
from django.conf import settings
from django.core import serializers
from django.core.management import CommandError, call_command

from careers import search
from careers.documents import fixtures
from careers.documents.document import DocumentError
from careers.management.commands import build_fixtures
from careers.models import Career, CareerType, Category, ContentVersion, Finding, Section, Wording
from careers.models.taxonomy import HUES
from tests.careers.documents import FRONT, career_document
from tests.factories import CareerFactory

SEEDS = settings.BASE_DIR / "seeds"
FIXTURES = settings.BASE_DIR / "fixtures" / "careers"
GROUPS = {f"{number}-0000" for number in range(11, 56, 2)}
CATEGORIES = [
    "Agriculture, Animals & Environment",
    "Architecture & Construction",
    "Arts, Media & Communication",
    "Business & Administration",
    "Education & Training",
    "Finance & Insurance",
    "Government & Public Service",
    "Health & Medicine",
    "Hospitality, Food & Tourism",
    "Human & Community Services",
    "Computing & Digital Technology",
    "Law, Safety & Defence",
    "Manufacturing & Repair",
    "Sales & Marketing",
    "Science, Engineering & Energy",
    "Transport & Logistics",
]
TYPES = [
    "Stable Careers",
    "Growing & Emerging Careers",
    "High-Demand Careers",
    "Changing Careers",
    "Quick-Start Careers",
    "Apprenticeship & Trade Careers",
    "Advanced-Study Careers",
    "Independent Careers",
]


@pytest.fixture(scope="module")
def taxonomy():
    return fixtures.taxonomy(SEEDS / "taxonomy.yaml")


@pytest.fixture
def seeds(tmp_path):
    """A folder with our taxonomy and one seed, which a test may spoil."""
    (tmp_path / "careers").mkdir()
    (tmp_path / "taxonomy.yaml").write_text((SEEDS / "taxonomy.yaml").read_text())
    (tmp_path / "careers" / "a.md").write_text(career_document(FRONT + "checked_on: 2026-11-22\n"))
    return tmp_path


def run(command, **options):
    out = io.StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


def test_the_fixtures_are_what_the_seeds_make():
    built = fixtures.build(SEEDS)

    assert {path.name for path in FIXTURES.iterdir()} == set(built)
    assert [name for name, text in built.items() if (FIXTURES / name).read_text(encoding="utf-8") != text] == []


def test_the_categories_are_the_sixteen(taxonomy):
    categories, _ = taxonomy

    assert [category.name for category in categories] == CATEGORIES
    assert sorted(category.hue for category in categories) == sorted(HUES)
    assert {group for category in categories for group in category.soc_major_groups} == GROUPS


def test_the_types_are_the_eight(taxonomy):
    assert [type_.name for type_ in taxonomy[1]] == TYPES


def test_every_term_is_one_that_the_admin_would_take(taxonomy):
    for term in [*taxonomy[0], *taxonomy[1]]:
        term.clean_fields()
        assert term.description.endswith(".")


def test_every_category_has_an_icon_of_its_own(taxonomy):
    icons = [category.icon for category in taxonomy[0]]
    names = ZipFile(Path(lucide.__file__).parent / "lucide.zip").namelist()

    assert len(set(icons)) == 16
    assert [icon for icon in icons if f"{icon}.svg" not in names] == []


def test_fixtures_name_rows_by_what_they_say():
    rows = json.loads((FIXTURES / "education-training.json").read_text())

    assert not any("pk" in row for row in rows)
    assert {tuple(row["fields"]["career"]) for row in rows if row["model"] == "careers.section"} == {
        ("librarians",),
        ("library-technicians",),
    }


def test_no_fixture_says_who_changed_a_career_or_another_day_than_its_facts():
    careers = [row["fields"] for path in FIXTURES.iterdir() for row in json.loads(path.read_text())]
    careers = [fields for fields in careers if "checked_on" in fields]

    assert len(careers) == 12
    assert {fields["changed_by"] for fields in careers} == {None}
    assert all(fields["changed_at"] == f"{fields['checked_on']}T00:00:00Z" for fields in careers)


def test_check_passes_on_what_stands():
    assert run("build_fixtures", check=True) == "9 fixtures, 0 changed.\n"


def test_check_names_what_differs_and_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(build_fixtures, "FIXTURES", tmp_path)
    (tmp_path / "gone.json").write_text("")

    with pytest.raises(CommandError, match="run build_fixtures"):
        run("build_fixtures", check=True)

    assert [path.name for path in tmp_path.iterdir()] == ["gone.json"]


def test_building_writes_what_differs_and_removes_what_no_seed_makes(tmp_path, monkeypatch):
    monkeypatch.setattr(build_fixtures, "FIXTURES", tmp_path)
    (tmp_path / "gone.json").write_text("")
    out = run("build_fixtures")

    assert "gone.json: gone" in out
    assert "taxonomy.json: new" in out
    assert run("build_fixtures") == "9 fixtures, 0 changed.\n"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("checked_on: 2026-11-22\n", "", "line 2: A seed states “checked_on”"),
        ("Education &", "Educating &", "line 4: There is no category"),
        ("library-technicians", "a b", "line 3: “slug” is not right"),
    ],
)
def test_a_seed_that_is_wrong_is_refused(seeds, monkeypatch, old, new, sentence):
    monkeypatch.setattr(build_fixtures, "SEEDS", seeds)
    path = seeds / "careers" / "a.md"
    path.write_text(path.read_text().replace(old, new))

    with pytest.raises(CommandError, match=f"a\\.md, {sentence}"):
        run("build_fixtures", check=True)


def test_one_slug_in_two_seeds_is_refused(seeds):
    (seeds / "careers" / "b.md").write_text((seeds / "careers" / "a.md").read_text())

    with pytest.raises(DocumentError, match=r"b\.md, line 3: .* stands in .*a\.md already"):
        fixtures.build(seeds)


def test_content_is_loaded_where_there_is_none(db):
    assert run("load_content") == "12 careers were loaded.\n"

    assert (Category.objects.count(), CareerType.objects.count(), Career.objects.published().count()) == (16, 8, 12)
    assert Section.objects.count() == 12 * 26
    assert search.match("library technicians").tiers[0]
    assert ContentVersion.current() is not None


def test_our_own_careers_are_checked_as_they_are_loaded(db):
    run("load_content")

    assert Wording.objects.values("career").distinct().count() == 12
    assert list(Finding.objects.filter(reason="")) == []


def test_content_is_left_alone_where_there_is_some(db):
    CareerFactory(title="Librarians")

    assert "nothing was loaded" in run("load_content")
    assert Career.objects.count() == 1


def test_loading_fixtures_twice_changes_nothing(db):
    run("load_content")
    before = serializers.serialize("json", [*Career.objects.order_by("pk"), *Section.objects.order_by("pk")])
    call_command("loaddata", *map(str, sorted(FIXTURES.iterdir())), verbosity=0)

    assert serializers.serialize("json", [*Career.objects.order_by("pk"), *Section.objects.order_by("pk")]) == before


def test_fixtures_overwrite_no_other_career(db):
    other = CareerFactory(title="Beekeepers")
    call_command("loaddata", str(FIXTURES / "taxonomy.json"), str(FIXTURES / "education-training.json"), verbosity=0)

    other.refresh_from_db()
    assert other.title == "Beekeepers"
    assert Career.objects.count() == 3


def test_importing_the_seeds_changes_nothing_after_loading(db):
    run("load_content")
    out = io.StringIO()
    call_command("import_careers", str(SEEDS / "careers"), stdout=out)

    assert out.getvalue().endswith("0 created, 0 updated, 12 unchanged.\n")


def test_the_search_index_is_made_anew(db):
    career = CareerFactory(title="Beekeepers")
    search.forget([career.pk])

    assert run("rebuild_search") == "1 careers are in the search index.\n"
    assert search.match("beekeepers").tiers[0] == [career.pk]


def test_every_career_names_at_least_two_others():
    rows = [row for path in FIXTURES.iterdir() for row in json.loads(path.read_text())]
    names = {row["fields"]["name_key"]: row["fields"]["slug"] for row in rows if row["model"] == "careers.career"}
    links = {slug: set() for slug in names.values()}
    for row in rows:
        fields = row["fields"]
        if row["model"] == "careers.leadsto":
            links[fields["career"][0]].add(fields["to_slug"])
        elif fields.get("key") == "related":
            links[fields["career"][0]] |= {names[item["career"]] for item in fields["items"] if item["career"] in names}

    assert {slug: others for slug, others in links.items() if len(others - {slug}) < 2} == {}
