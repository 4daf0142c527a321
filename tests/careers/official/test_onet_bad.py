"""Bad input: file, row, a sentence, exit status 1, and nothing changed."""

import re
import zipfile

import pytest
from django.conf import settings
from django.core.management import CommandError
from django.db import OperationalError, connection

from careers.management import official
from careers.models import ContentVersion, Element, Occupation, OccupationTitle, Rating, Source
from careers.official import store
from tests.careers.official.onet_release import CATEGORY, CHIEF, NEW, OLD, SMITH, folder, text, zipped

OEWS = settings.BASE_DIR.parent / "shared" / "data" / "oews"


def table(file, layout=OLD):
    return layout[f"{file}.txt"]


def swapped(file, first, second):
    """The same table with two names exchanged in its header."""
    exchange = {first: second, second: first}
    return [[exchange.get(cell, cell) for cell in table(file)[0]], *table(file)[1:]]


def with_cell(file, row, column, value):
    """The same table with another value in one cell, the header being row 1."""
    changed = [list(cells) for cells in table(file)]
    changed[row - 1][changed[0].index(column)] = value
    return changed


def without(file, column):
    place = table(file)[0].index(column)
    return [row[:place] + row[place + 1 :] for row in table(file)]


def again(file):
    return [*table(file), table(file)[-1]]


SHORT = [table("Skills")[0], table("Skills")[1], table("Skills")[2][:-1]]
BARE = text(table("Job Zones")).replace("\t5\t", "\t\0\t")
UNKNOWN_LEVEL = [CATEGORY, ["2.D.1", "Required", "RL", "1", "Less than High School"]]
CATEGORIES = "Education, Training, and Experience Categories"
BAD = [
    ("Skills", SHORT, 3, "It has 10 cells where the header has 11."),
    ("Skills", with_cell("Skills", 2, "Data Value", "high"), 2, "“high” in “Data Value” is not a number."),
    ("Skills", with_cell("Skills", 2, "Data Value", "NaN"), 2, "NaN in “Data Value” is not between 1 and 5."),
    ("Skills", with_cell("Skills", 2, "Data Value", "n/a"), 2, "“Data Value” is empty where a number belongs."),
    ("Skills", with_cell("Skills", 3, "Data Value", "7.5"), 3, "7.5 in “Data Value” is not between 0 and 7."),
    ("Skills", with_cell("Skills", 2, "Element ID", "Reading"), 2, "“Reading” in “Element ID” is not the ID of"),
    ("Skills", with_cell("Skills", 2, "Recommend Suppress", "?"), 2, "“?” in “Recommend Suppress” is neither Y nor N."),
    ("Skills", again("Skills"), 6, f"{SMITH} has “Instructing” on scale LV already, in row 5."),
    ("Job Zones", again("Job Zones"), 4, f"It is about the same as row 3: {SMITH}"),
    ("Skills", swapped("Skills", "Data Value", "N"), 2, "8 in “Data Value” is not between 1 and 5."),
    ("Skills", swapped("Skills", "Element ID", "Element Name"), 2, "“Reading Comprehension” in “Element ID” is"),
    ("Skills", swapped("Skills", "Scale ID", "Domain Source"), 2, "“Analyst” in “Scale ID” is not a scale"),
    ("Job Zones", with_cell("Job Zones", 3, "Job Zone", "6"), 3, "6 in “Job Zone” is not between 1 and 5."),
    ("Job Zones", with_cell("Job Zones", 3, "Date", "13/2023"), 3, "“13/2023” in “Date” is not a month such as"),
    ("Job Zones", with_cell("Job Zones", 2, "O*NET-SOC Code", "11-1011"), 2, "“11-1011” in “O*NET-SOC Code” is not"),
    ("Job Zones", BARE, 0, "It is not a text file that can be read"),
    ("Job Zones", without("Job Zones", "Date"), 0, "A column is missing: “Date”."),
    ("Occupation Data", without("Occupation Data", "Title"), 0, "A column is missing: “Title”."),
    ("Occupation Data", swapped("Occupation Data", "O*NET-SOC Code", "Title"), 2, "“Chief Executives” in “O*NET-SOC"),
    ("Occupation Data", again("Occupation Data"), 4, f"It is about the same as row 3: {SMITH}."),
    (
        "Alternate Titles",
        swapped("Alternate Titles", "Alternate Title", "Short Title"),
        3,
        "“Alternate Title” is empty",
    ),
    ("Alternate Titles", with_cell("Alternate Titles", 2, "Alternate Title", SMITH), 2, "are two columns swapped?"),
    ("Alternate Titles", with_cell("Alternate Titles", 2, "Alternate Title", "a" * 161), 2, "holds 161 characters"),
    ("Alternate Titles", again("Alternate Titles"), 4, f"It is about the same as row 3: {SMITH}, Solderer."),
    ("Technology Skills", swapped("Technology Skills", "Example", "Commodity Code"), 2, "“43232202” in “Example”"),
    ("Related Occupations", with_cell("Related Occupations", 2, "Index", "first"), 2, "“first” in “Index” is not a"),
    ("Related Occupations", swapped("Related Occupations", "Related O*NET-SOC Code", "Index"), 2, "“1” in “Related O*"),
    (CATEGORIES, UNKNOWN_LEVEL, 0, "The level of education 2.D.1/6 is not in the file of categories."),
    ("Read Me", "O*NET\r\n", 0, "It does not say which release it is"),
]


def nothing_is_in():
    models = (Source, Occupation, OccupationTitle, Rating, Element, ContentVersion)
    return not any(model.objects.exists() for model in models)


@pytest.mark.parametrize(("file", "content", "row", "sentence"), BAD)
def test_a_bad_table_is_refused_by_file_and_row(release, import_onet, file, content, row, sentence):
    path = release(**{file: content})

    with pytest.raises(CommandError, match=re.escape(sentence)) as refusal:
        import_onet(path)

    if row:
        assert str(refusal.value).startswith(f"{file}.txt, row {row}: ")
    assert str(refusal.value).endswith("Nothing was changed.")
    assert nothing_is_in()


def test_utf_16_is_read(tmp_path, import_onet):
    path = folder(tmp_path / "db", OLD)
    (path / "Alternate Titles.txt").write_bytes(text(table("Alternate Titles")).encode("utf-16"))

    assert "Titles: 2 read, 2 matched. 2 added" in import_onet(path)


def test_a_zip_that_broke_off_is_refused(tmp_path, import_onet):
    path = zipped(tmp_path / "db.zip", NEW)
    path.write_bytes(path.read_bytes()[:-100])

    with pytest.raises(CommandError, match=r"db\.zip: It is not a whole zip file: perhaps the download broke off\."):
        import_onet(path)
    assert nothing_is_in()


def test_a_zip_with_a_spoilt_table_is_refused(tmp_path, import_onet):
    path = zipped(tmp_path / "db.zip", OLD)
    with zipfile.ZipFile(path) as archive:
        place = archive.getinfo("db_text/Related Occupations.txt").header_offset
    content = bytearray(path.read_bytes())
    content[place + 70 : place + 90] = bytes(20)
    path.write_bytes(content)

    with pytest.raises(CommandError, match=r"Related Occupations\.txt: It cannot be read: "):
        import_onet(path)
    assert nothing_is_in()


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "/etc/x", "C:\\x", "a\\..\\..\\x"])
def test_a_path_that_climbs_out_of_the_zip_is_refused(tmp_path, import_onet, name):
    path = zipped(tmp_path / "db.zip", OLD)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), "x")

    with pytest.raises(CommandError, match=r"db\.zip: It holds “.*”, which points outside it\."):
        import_onet(path)
    assert nothing_is_in()


def test_a_wrong_folder_is_refused(tmp_path, import_onet):
    (tmp_path / "national_M2025_dl.csv").write_text("AREA,OCC_CODE\n99,11-1011\n")

    for options in [(), ("--release", "29.3", "--dated", "2025-05")]:
        with pytest.raises(
            CommandError, match=r"It is not the text version of an O\*NET database: it has no “Occupation"
        ):
            import_onet(tmp_path, *options)


def test_a_first_release_without_occupations_is_refused(release, import_onet):
    with pytest.raises(CommandError, match=r"It has no “Occupation Data\.txt”, and no occupations are in yet\."):
        import_onet(release(**{"Occupation Data": None}))


@pytest.mark.skipif(not OEWS.exists(), reason="The official files stand beside a checkout, not in it.")
def test_the_folder_of_another_family_is_refused(import_onet):
    with pytest.raises(CommandError, match=r"It is not the text version of an O\*NET database"):
        import_onet(OEWS)


def test_two_releases_in_one_folder_are_refused(tmp_path, import_onet):
    folder(tmp_path / "a", OLD)
    folder(tmp_path / "b", NEW)

    with pytest.raises(CommandError, match=r"“Occupation Data\.txt” is there more than once: give the folder"):
        import_onet(tmp_path)


def test_a_path_that_is_not_there_is_refused(tmp_path, import_onet):
    with pytest.raises(CommandError, match=r"db: There is no such file or folder\. Nothing was changed\."):
        import_onet(tmp_path / "db")


@pytest.mark.parametrize(("option", "value"), [("--release", "latest"), ("--dated", "May 2025")])
def test_a_release_that_cannot_be_one_is_refused(release, import_onet, option, value):
    with pytest.raises(CommandError, match=f"“{value}” is not"):
        import_onet(release(), option, value)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="Only SQLite can be told how large it may grow.")
def test_a_full_disk_leaves_nothing(release, import_onet):
    titles = [table("Alternate Titles")[0], *([CHIEF, f"Chief {number}", "n/a", "08"] for number in range(20_000))]
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 50}")

    with pytest.raises(CommandError, match=r"It could not be stored: database or disk is full\. Nothing was changed\."):
        import_onet(release(**{"Alternate Titles": titles}))

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1073741823")
    assert nothing_is_in()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (
            OperationalError("could not extend file: No space left on device"),
            "It could not be stored: could not ext",
        ),
        (KeyboardInterrupt(), "It was stopped. Nothing was changed."),
    ],
)
def test_what_stops_it_half_way_leaves_nothing(release, import_onet, monkeypatch, fault, sentence):
    def break_off(items, description, total):
        if "Knowledge" in description:
            raise fault
        return items

    monkeypatch.setattr(official, "watched", break_off)

    with pytest.raises(CommandError, match=sentence):
        import_onet(release())
    assert nothing_is_in()


def test_what_is_stored_stays_when_a_release_is_refused(release, import_onet):
    import_onet(release())
    before = list(Rating.objects.order_by("pk").values_list())

    with pytest.raises(CommandError, match=r"Related Occupations\.txt, row 2"):
        import_onet(release(NEW, "new", **{"Related Occupations": with_cell("Related Occupations", 2, "Index", "x")}))

    assert list(Rating.objects.order_by("pk").values_list()) == before


def test_two_names_for_one_element_are_refused(release, import_onet):
    skills = with_cell("Skills", 3, "Element Name", "Writing")

    with pytest.raises(CommandError, match=r"row 3: 2\.A\.1\.a is called “Writing” here, and “Reading Comprehension”"):
        import_onet(release(Skills=skills))
    assert store.Source.objects.count() == 0
