"""What every report answers about the hand-made school of 40 students, written by hand beside it."""

import datetime

import pytest

from accounts.models import User
from plans.reports import REPORTS
from tests.plans.desk.conftest import client_of
from tests.plans.reports.conftest import as_csv, as_workbook
from tests.plans.reports.school import LINES

GOAL, CAREERS, HOURS = "A goal after school", "Two careers", "Twenty hours at work"
ALL = f"{GOAL} · {CAREERS} · {HOURS}"
IN_10A, IN_10B, IN_11A, IN_12A = "10A, year 10", "10B, year 10", "11A, year 11", "12A, year 12"


@pytest.fixture
def hale(school):
    return client_of(User.objects.get(username="hale"))


def student(line: str) -> list[str]:
    """“Ada 10A …” as the first cells of a line; what follows is split at bars."""
    name, group, rest = line.split(" ", 2)
    groups = {"10A": IN_10A, "10B": IN_10B, "11A": IN_11A, "12A": IN_12A}
    return [name, f"{name.lower()}26", groups[group], *rest.split("|")]


def people(names: str) -> set[str]:
    return set(names.split())


def test_there_are_forty_students():
    assert len(LINES) == 40


def test_complete_and_incomplete_by_group(hale):
    assert as_csv(hale, "groups") == [
        [IN_10A, "Ames", "12", "6", "6", "0"],
        [IN_10B, "Ames, Brook", "10", "6", "4", "0"],
        [IN_11A, "Brook", "10", "5", "5", "0"],
        [IN_12A, "Cole", "8", "0", "0", "8"],
    ]


def test_complete_and_incomplete_by_counsellor(hale):
    assert as_csv(hale, "counsellors") == [
        ["Ames", f"{IN_10A}, {IN_10B}", "22", "12", "10", "0"],
        ["Brook", f"{IN_10B}, {IN_11A}", "20", "11", "9", "0"],
        ["Cole", IN_12A, "8", "0", "0", "8"],
    ]


def test_waiting_for_review_with_age(hale):
    assert as_csv(hale, "waiting") == [
        student("Yan 11A Waiting for review|1|2026-08-16|92"),
        student("Fay 11A Being read|1|2026-10-16|31"),
        student("Gia 10A Being read|1|2026-10-21|26"),
        student("Finn 10A Waiting for review|1|2026-11-02|14"),
        student("Oli 10B Waiting for review|1|2026-11-10|6"),
        student("Mia 12A Waiting for review|1|2026-11-16|0"),
    ]


def test_not_updated_this_school_year(hale):
    assert as_csv(hale, "not-updated") == [
        student("Cleo 10A Signed off|2026-05-01||2026-05-20"),
        student("Eve 10A Being written|2026-07-31||"),
        student("Nia 10B Signed off|2026-04-01|2026-07-30|2026-04-02"),
        student("Zoe 11A Being written|2026-03-01||"),
        student("Gus 12A Signed off|2026-02-01||2026-02-02"),
    ]


def test_no_plan_or_no_sign_in(hale):
    assert as_csv(hale, "not-begun") == [
        student("Ivy 10A Begun|Never"),
        student("Jon 10A Nothing written|2026-11-02"),
        student("Kim 10A Nothing written|Never"),
        student("Lea 10A Nothing written|2026-11-02"),
        student("Tom 10B Nothing written|2026-11-02"),
        student("Uma 10B Nothing written|Never"),
        student("Dot 11A Nothing written|Never"),
        student("Zoe 11A Nothing written|2026-11-02"),
        student("Kai 12A Nothing written|2026-11-02"),
        student("Lou 12A Begun|Never"),
    ]


def test_what_each_student_misses(hale):
    missing = {
        "Dan": CAREERS, "Eve": GOAL, "Hal": CAREERS, "Jon": f"{GOAL} · {CAREERS}", "Kim": f"{GOAL} · {CAREERS}",
        "Lea": f"{GOAL} · {CAREERS}", "Pia": CAREERS, "Quin": f"{GOAL} · {CAREERS}", "Tom": f"{GOAL} · {CAREERS}",
        "Uma": f"{GOAL} · {CAREERS}", "Xia": HOURS, "Zoe": ALL, "Abe": CAREERS, "Dot": ALL, "Eli": HOURS,
    }  # fmt: skip
    lines = {line[0]: line for line in as_csv(hale, "missing")}

    assert len(lines) == 40
    assert {name: line[4] for name, line in lines.items() if line[3] not in {"0", ""}} == missing
    assert [lines[name][3] for name in ("Ada", "Dan", "Jon", "Zoe", "Bea")] == ["0", "1", "2", "3", "0"]
    assert {name for name, line in lines.items() if line[4] == "Nothing asked"} == people(
        "Gus Hua Ira Jay Kai Lou Mia Ned"
    )


def test_met_and_not_met_for_the_transcript(hale):
    lines = as_csv(hale, "transcript")

    met = {line[0] for line in lines if line[3] == "Met"}
    not_met = {line[0] for line in lines if line[3] == "Not met"}
    assert met == people("Ada Ben Cleo Finn Gia Ivy Max Nia Oli Ray Sia Vic Wes Yan Bea Cid Fay")
    assert not_met == people("Dan Eve Hal Jon Kim Lea Pia Quin Tom Uma Xia Zoe Abe Dot Eli")
    assert student("Ada 10A Met|2|2|2026-10-02") in lines
    assert student("Bea 11A Met|3|3|") in lines
    assert student("Eli 11A Not met|2|3|") in lines
    assert student("Dot 11A Not met|0|3|") in lines
    assert student("Gus 12A Nothing asked|||2026-02-02") in lines


def test_work_based_hours(hale):
    hours = {
        "Ada": (1, 25), "Cleo": (1, 10), "Eve": (1, 5), "Oli": (1, 3), "Sia": (1, 40), "Wes": (2, 20), "Xia": (1, 19),
        "Yan": (1, 30), "Abe": (1, 20), "Cid": (1, 100), "Eli": (1, 12), "Fay": (1, 21), "Hua": (1, 8),
    }  # fmt: skip

    lines = as_csv(hale, "hours")

    assert len(lines) == 40
    assert {line[0]: (int(line[3]), int(line[4])) for line in lines if line[3] != "0"} == hours
    assert {line[4] for line in lines if line[3] == "0"} == {"0"}


def test_careers_saved_without_counts_under_five(hale):
    assert as_csv(hale, "careers") == [
        ["Electricians", "Trades", "23"],
        ["Nurses", "Health", "15"],
        ["Plumbers", "Trades", "7"],
        ["Librarians", "Culture", "hidden"],  # 2
        ["Midwives", "Health", "hidden"],  # 2
        ["Roofers", "Trades", "hidden"],  # 2
        ["Welders", "Trades", "hidden"],  # 4
    ]


def test_fields_saved_without_counts_that_give_others_away(hale):
    """Of the 28 in Trades six saved careers whose counts are hidden; of the 15 in Health only two."""
    assert as_csv(hale, "fields") == [["Trades", "28"], ["Culture", "hidden"], ["Health", "hidden"]]


def test_what_counsellors_did_this_school_year(hale):
    assert as_csv(hale, "activity") == [
        ["Ames", f"{IN_10A}, {IN_10B}", "2", "1", "3", "0", "1"],
        ["Brook", f"{IN_10B}, {IN_11A}", "4", "2", "1", "0", "0"],
        ["Cole", IN_12A, "1", "0", "0", "2", "0"],
        ["Hale", "", "0", "0", "0", "0", "0"],
    ]


@pytest.mark.parametrize("key", REPORTS)
def test_screen_and_workbook_say_what_the_csv_says(hale, key):
    lines = as_csv(hale, key)

    names, *rows = as_workbook(hale, key)
    page = hale.get(f"/desk/reports/{key}/")

    assert names == list(REPORTS[key].columns)
    assert [[text(cell) for cell in row] for row in rows] == lines
    assert [row["head"] for row in page.context["rows"]] == [line[0] for line in lines]


def text(cell) -> str:
    return str(cell.date()) if isinstance(cell, datetime.datetime) else "" if cell is None else str(cell)
