from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from pathways import env


@pytest.mark.parametrize(
    ("written", "meant"), [("true", True), (" Yes ", True), ("1", True), ("off", False), ("", False)]
)
def test_a_flag_is_read_as_people_write_it(monkeypatch, written, meant):
    monkeypatch.setenv("FLAG", written)

    assert env.flag("FLAG", default=True) is meant


def test_what_is_not_set_has_its_default(monkeypatch):
    monkeypatch.delenv("NOT_SET", raising=False)

    assert env.flag("NOT_SET", default=True) is True
    assert env.number("NOT_SET", 587) == 587
    assert env.text("NOT_SET", "x") == "x"
    assert env.words("NOT_SET", "a,b") == ["a", "b"]


@pytest.mark.parametrize("written", ["maybe", "2", "tru"])
def test_a_flag_that_is_neither_is_refused_by_name(monkeypatch, written):
    monkeypatch.setenv("FLAG", written)

    with pytest.raises(ImproperlyConfigured, match=f"^FLAG is “{written}”: write true or false.$"):
        env.flag("FLAG", default=True)


@pytest.mark.parametrize("written", ["-1", "1.5", "many", ""])
def test_a_number_that_is_none_is_refused_by_name(monkeypatch, written):
    monkeypatch.setenv("NUMBER", written)

    with pytest.raises(ImproperlyConfigured, match=r"^NUMBER is .*: write a whole number.$"):
        env.number("NUMBER", 1)


def test_words_are_separated_by_commas_and_trimmed(monkeypatch):
    monkeypatch.setenv("WORDS", " a.example.org, ,b.example.org ,")

    assert env.words("WORDS") == ["a.example.org", "b.example.org"]


@pytest.mark.parametrize("written", ["Mars/Olympus", "", "../etc/passwd", "/etc/localtime", "a" * 300])
def test_a_time_zone_that_is_none_is_refused_by_name(monkeypatch, written):
    monkeypatch.setenv("ZONE", written)

    with pytest.raises(ImproperlyConfigured, match=r"^ZONE is "):
        env.zone("ZONE", "Europe/Dublin")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "pathways.sqlite3",
        "sqlite:///",
        "sqlite://var/pathways.sqlite3",
        "mysql://user:secret@host/name",
        "postgresql://host",
        "postgresql://user:secret@host:port/name",
        "postgresql://user:sec/ret@host/name",
        "postgresql://[::1/name",
    ],
)
def test_a_database_address_that_cannot_be_read_is_refused_without_repeating_it(monkeypatch, tmp_path, address):
    monkeypatch.setenv("DATABASE_URL", address)

    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL cannot be read") as refused:
        env.database("DATABASE_URL", "", base=tmp_path)

    assert "sec" not in str(refused.value)


def test_a_relative_sqlite_path_starts_at_the_base(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "sqlite:///data/my%20school.sqlite3")

    assert env.database("DATABASE_URL", "", base=tmp_path)["NAME"] == str(tmp_path / "data" / "my school.sqlite3")
    assert (tmp_path / "data").is_dir()


def test_an_absolute_sqlite_path_stays(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/x.sqlite3")

    assert env.database("DATABASE_URL", "", base=Path("elsewhere"))["NAME"] == f"{tmp_path}/x.sqlite3"


def test_a_folder_that_cannot_be_made_is_named(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("DATABASE_URL", "sqlite:///file/x.sqlite3")

    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL needs the folder .*file: .+\.$"):
        env.database("DATABASE_URL", "", base=tmp_path)


def test_a_postgresql_address_is_taken_apart(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://us%40er:p%2Fw@db.example.org:5433/path%20ways?sslmode=require")

    read = env.database("DATABASE_URL", "", base=tmp_path)

    assert (read["USER"], read["PASSWORD"]) == ("us@er", "p/w")
    assert (read["HOST"], read["PORT"], read["NAME"]) == ("db.example.org", 5433, "path ways")
    assert read["OPTIONS"] == {"sslmode": "require"}
