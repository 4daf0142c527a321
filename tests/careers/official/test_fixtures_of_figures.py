"""The figures that a new site comes with: what the files say, loaded once, written by a command."""

import csv
import io
import json
from functools import cache

import pytest
from django.conf import settings
from django.core import serializers
from django.core.management import CommandError, call_command

from careers.management.commands import build_figures
from careers.models import Area, Element, Occupation, Pay, Projection, Rating, Source, Technology
from careers.official import fixtures
from careers.official.crosswalk import codes_of
from tests.careers.official.bls import HANDBOOK, cells, write_csv, write_oews
from tests.factories import CareerFactory, PayFactory

FIGURES = settings.BASE_DIR / "fixtures" / "figures"
DATA = settings.BASE_DIR.parent / "shared" / "data"
data_needed = pytest.mark.skipif(not DATA.exists(), reason="Official data stands beside a checkout, not in it.")
MODELS = (Source, Area, Element, Occupation, Projection, Pay, Rating, Technology)
CODES = build_figures.codes()
OUTLOOK = cells("library,education,Library technicians,25-4031,78600,73200,-7,-5400,Y,9000,None,None,None,37540")


@cache
def shipped(model):
    """The fields of the rows of a model that the fixtures hold."""
    rows = [row for path in sorted(FIGURES.glob("*.json")) for row in json.loads(path.read_text(encoding="utf-8"))]
    return [row["fields"] for row in rows if row["model"] == model]


@cache
def table(path):
    with (DATA / path).open(encoding="utf-8-sig", newline="") as stream:
        dialect = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if path.endswith(".txt") else {}
        return list(csv.DictReader(stream, **dialect))


def stored():
    return serializers.serialize("json", [row for model in MODELS for row in model.objects.order_by("pk")])


@pytest.mark.parametrize("code", CODES)
def test_each_of_our_careers_has_its_figures(code):
    states = {row["area"][0] for row in shipped("careers.pay") if row["code"] in codes_of(code)}
    rated = {row["element"][0].partition("/")[0] for row in shipped("careers.rating") if row["code"] == code}
    projected = [row for row in shipped("careers.projection") if row["code"] in codes_of(code)]

    assert {"99", "06", "48"} <= states
    assert {"zone", "1.B.1.a", "1.B.1.g", "2.A.1.a", "2.C.1.a"} <= rated
    assert "2.D.1" in rated or code == "11-9013.00"  # O*NET 29.3 asked no farmer for the education it takes
    assert len(projected) == 1
    assert any(row["code"] == code for row in shipped("careers.technology"))


@data_needed
def test_pay_is_what_the_files_say():
    files = table("oews/national_M2025_dl.from-oe-timeseries.csv") + table("oews/state_M2025_dl.from-oe-timeseries.csv")
    said = {(row["OCC_CODE"], row["AREA"].zfill(2)): row for row in files}
    rows = [(row, said[row["code"], row["area"][0]]) for row in shipped("careers.pay")]

    assert len(rows) > 12 * 45
    for column, name in (("A_MEDIAN", "annual_median"), ("A_PCT10", "annual_p10"), ("TOT_EMP", "employment")):
        assert [row for row, file in rows if str(row.get(name, "")) != file[column].strip("#*")] == []


@data_needed
def test_projections_are_what_the_file_says():
    said = {row["soc_code"]: row for row in table("projections/ep_2024-34.from_OOH_tables.csv")}
    rows = [(row, said[row["code"]]) for row in shipped("careers.projection")]

    assert [row for row, file in rows if row["jobs"] != int(file["employment_2024"])] == []
    assert [row for row, file in rows if row["jobs_to"] != int(file["projected_employment_2034"])] == []


@data_needed
@pytest.mark.parametrize(("file", "prefix"), [("Skills", "2."), ("Knowledge", "2.C"), ("Interests", "1.B")])
def test_ratings_are_what_the_files_say(file, prefix):
    scale = "OI" if file == "Interests" else "IM"
    said = {
        (row["O*NET-SOC Code"], row["Element ID"]): row for row in table(f"onet/{file}.txt") if row["Scale ID"] == scale
    }
    rows = {(row["code"], row["element"][0]): row["value"] for row in shipped("careers.rating")}
    wrong = {key: value for key, value in rows.items() if key in said and value != float(said[key]["Data Value"])}

    assert wrong == {}
    assert sum(key in said and key[1].startswith(prefix) for key in rows) >= 6 * len(CODES)


def test_nothing_is_too_large_and_no_description_is_there():
    assert [path.name for path in FIGURES.iterdir() if path.stat().st_size > build_figures.MOST_BYTES] == []
    assert not any("description" in fields for fields in shipped("careers.occupation"))


def test_they_load_on_an_empty_database(db):
    count = fixtures.load(FIGURES)

    assert count == sum(model.objects.count() for model in MODELS)
    pay = Pay.objects.get(code="25-4031", area__code="99")
    assert (pay.annual_p10, pay.annual_median, pay.annual_p90) == (29_300, 44_580, 63_080)
    assert (str(pay.source), pay.as_of.year) == ("Occupational Employment and Wage Statistics, May 2025", 2025)


def test_loading_twice_changes_nothing(db):
    fixtures.load(FIGURES)
    before = stored()

    assert fixtures.load(FIGURES) == 0
    assert stored() == before


def test_loaddata_reads_them_as_well(db):
    fixtures.load(FIGURES)
    before = stored()
    call_command("loaddata", str(FIGURES / "sources.json"), str(FIGURES / "11.json"), verbosity=0)

    assert stored() == before


def test_content_comes_with_its_figures(client, db):
    call_command("load_content", stdout=io.StringIO())

    assert "<b>$44,580 a year</b> (median)" in client.get("/careers/?q=library").content.decode()


def test_figures_that_are_in_stay(db):
    PayFactory(code="25-4031", annual_median=1)
    call_command("load_content", stdout=io.StringIO())

    assert Pay.objects.get().annual_median == 1


@pytest.fixture
def built(release, tmp_path, monkeypatch):
    """The command on small releases, for one code of O*NET's there and one of the Bureau's."""
    monkeypatch.setattr(build_figures, "FIGURES", tmp_path / "figures")
    monkeypatch.setattr(build_figures, "codes", lambda: ["25-4031.00", "11-1011.00", ""])
    oews = write_oews(tmp_path / "national_M2025_dl.csv")
    projections = write_csv(tmp_path / "ep.csv", HANDBOOK, OUTLOOK)

    def build():
        options = {"onet": str(release()), "oews": [str(oews)], "projections": str(projections)}
        call_command("build_figures", **options, stdout=io.StringIO())
        return {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "figures").iterdir()}

    return build


def test_the_command_writes_the_figures_of_our_codes(db, built):
    files = built()

    assert set(files) == {"sources.json", "11.json", "25.json"}
    assert '"annual_median": 44580' in files["25.json"]
    assert "Reading" in files["sources.json"]
    assert "Lead a company" not in files["11.json"]
    assert "Welders" not in "".join(files.values())


def test_the_command_writes_the_same_again_and_takes_away_what_is_gone(db, built, tmp_path):
    first = built()
    (tmp_path / "figures" / "99.json").write_text("[]")

    assert built() == first


def test_the_command_leaves_the_database_as_it_was(db, built):
    CareerFactory()
    PayFactory(code="11-1011", annual_median=1)
    before = stored()
    built()

    assert stored() == before


def test_a_file_that_would_be_too_large_is_refused(db, built, monkeypatch, tmp_path):
    monkeypatch.setattr(build_figures, "MOST_BYTES", 100)

    with pytest.raises(CommandError, match=r"11\.json.*Nothing was written"):
        built()
    assert not (tmp_path / "figures").exists()
