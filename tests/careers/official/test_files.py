"""Releases as they are found on disk, before anybody knows what is in their tables."""

import gzip
import struct
import zipfile

import pytest

from careers.official import files
from careers.official.files import BadRelease, open_release


def rows(file, needed=()):
    return [(row.number, dict(row.cells)) for row in file.tabbed(needed)]


def table(tmp_path, content):
    (tmp_path / "a.txt").write_bytes(content)
    return open_release(tmp_path / "a.txt").find("a.txt")


def test_files_are_found_by_bare_name_whatever_the_capitals(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "Skills.TXT").write_text("A\n")

    assert open_release(tmp_path).find("Absent.txt", "skills.txt").name == "Skills.TXT"
    assert [file.name for file in open_release(tmp_path).ending(".txt")] == ["Skills.TXT"]
    assert open_release(tmp_path).find("Absent.txt") is None


def test_a_packed_file_is_read_unpacked(tmp_path):
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(b"A,B\r\n1,2\r\n"))

    file = open_release(tmp_path / "a.csv.gz").find("a.csv")

    assert [dict(row.cells) for row in file.commas(["A"])] == [{"A": "1", "B": "2"}]


def test_a_packed_file_that_broke_off_is_refused(tmp_path):
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(b"A,B\r\n1,2\r\n" * 100)[:-12])

    with pytest.raises(BadRelease, match=r"a\.csv: It cannot be read: "):
        open_release(tmp_path).find("a.csv").text()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_each_encoding(tmp_path, encoding):
    assert rows(table(tmp_path, "A\tB\r\né\t“x”\r\n".encode(encoding))) == [(2, {"A": "é", "B": "“x”"})]


@pytest.mark.parametrize("content", [b"A\tB\n\x81\t1\n", "A\tB\n".encode("utf-16-le"), b"\xff\xfeA"])
def test_what_is_no_text_is_refused(tmp_path, content):
    with pytest.raises(BadRelease, match="not a text file that can be read"):
        rows(table(tmp_path, content))


def test_quotes_and_odd_separators_stay_in_their_cell(tmp_path):
    content = 'A\tB\n"x\tline\u2028end\n'.encode()

    assert rows(table(tmp_path, content)) == [(2, {"A": '"x', "B": "line\u2028end"})]


def test_empty_lines_are_passed_over_and_counted(tmp_path):
    assert rows(table(tmp_path, b"A\tB\n\n \t \n1\t2\n")) == [(4, {"A": "1", "B": "2"})]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"A\tB\n1\n", r"a\.txt, row 2: It has 1 cells where the header has 2\."),
        (b"A\tB\n1\t2\t3\n", r"a\.txt, row 2: It has 3 cells where the header has 2\."),
        (b"A\n1\n", r"a\.txt: A column is missing: “B”\."),
        (b"", r"a\.txt: A column is missing: “A”, “B”\."),
        (b"A\tB\tB\n1\t2\t3\n", r"a\.txt: The column “B” is there twice\."),
    ],
)
def test_a_table_that_is_not_whole_is_refused(tmp_path, content, fault):
    with pytest.raises(BadRelease, match=fault):
        rows(table(tmp_path, content), ["A", "B"])


def test_a_table_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 2**20)

    with pytest.raises(BadRelease, match=r"a\.txt: It is larger than 1 MB, which no official table is\."):
        table(tmp_path, b"A" * (2**20 + 1)).read()


def test_a_zip_that_declares_ten_gigabytes_is_refused_unread(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.txt", bytes(1_000_000))
    claimed = struct.pack("<I", 2**32 - 2)
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 1_000_000), claimed))

    with pytest.raises(BadRelease, match=r"bomb\.zip: It would unpack to 12,287 MB: no official release does\."):
        open_release(path)


def test_a_zip_that_hides_its_size_is_read_no_further_than_it_says(tmp_path):
    path = tmp_path / "db.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(1_000_000))
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 1_000_000), struct.pack("<I", 10)))

    with pytest.raises(BadRelease, match=r"a\.txt: It cannot be read: bad CRC-32"):
        open_release(path).find("a.txt").read()


def test_a_zip_is_closed_after_each_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "db.zip", "w") as archive:
        archive.writestr("db/a.txt", "A\n1\n")
    file = open_release(tmp_path / "db.zip").find("a.txt")

    assert file.text() == file.text() == "A\n1\n"
    assert file.lines() == 2
