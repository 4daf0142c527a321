import os
from pathlib import Path

import pytest

from careers.documents import reading
from careers.documents.document import DocumentError
from tests.careers.documents import VIEW, career_document


@pytest.fixture
def file(tmp_path):
    def write(data, name="a.txt"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def test_the_format_goes_by_the_name(file):
    assert reading.read(file(VIEW)).title == "Library Technicians"
    assert reading.read(file(career_document(), "a.MD")).title == "Library technicians"


def test_a_document_knows_its_file(file):
    path = file(VIEW)

    assert reading.read(path).source == str(path)


@pytest.mark.parametrize(
    "data",
    [
        "“Café” – it’s here".encode(),
        "\ufeff“Café” – it’s here".encode(),
        "“Café” – it’s here".encode("cp1252"),
    ],
)
def test_every_encoding_an_export_may_have_is_read(data):
    assert reading.decode(data) == "“Café” – it’s here"


def test_a_text_cut_off_inside_a_character_is_read_to_the_last_whole_one():
    assert reading.decode("“Café” and a half ”".encode()[:-1]) == "“Café” and a half "


def test_a_last_letter_of_windows_is_no_cut():
    assert reading.decode("Café".encode("cp1252")) == "Café"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(end):
    assert reading.decode(f"a{end}{end}b".encode()) == "a\n\nb"


@pytest.mark.parametrize(
    ("data", "line"), [(b"a\n\x81\xff", 2), (b"\x8d", 1), (b"a\n\nb\x90", 3), ("é\n".encode() + b"\xe9 and", 2)]
)
def test_bytes_that_are_no_text_are_refused_by_line(data, line):
    with pytest.raises(DocumentError, match="neither UTF-8 nor Windows-1252") as refusal:
        reading.decode(data)

    assert refusal.value.line == line


def test_a_folder_is_searched_to_its_end_in_order(file, tmp_path):
    (tmp_path / "below").mkdir()
    for name in ("b.txt", "a.md", "below/c.TXT", "below/notes.doc"):
        file("", name)

    assert [path.name for path in reading.find([tmp_path])] == ["a.md", "b.txt", "c.TXT"]


def test_a_file_named_twice_is_read_once(file, tmp_path):
    path = file("")

    assert reading.find([path, tmp_path, path]) == [path]


def test_a_folder_without_documents_is_refused(tmp_path):
    with pytest.raises(DocumentError, match=r"no \.md or \.txt document") as refusal:
        reading.find([tmp_path])

    assert str(refusal.value).startswith(f"{tmp_path}: ")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="no such file"):
        reading.read(tmp_path / "gone.md")


def test_a_file_that_vanishes_while_it_is_read_is_refused(file, monkeypatch):
    path = file(VIEW)
    monkeypatch.setattr(Path, "is_file", lambda path: path.unlink() is None)

    with pytest.raises(DocumentError, match="cannot be read: No such file"):
        reading.read(path)


def test_a_name_that_is_too_long_is_refused():
    with pytest.raises(DocumentError, match="cannot be read: File name too long"):
        reading.find([Path("a" * 5_000)])


def test_a_name_that_is_no_text_can_be_printed(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md"))
    path.write_text(career_document())

    assert reading.read(path).source == f"{tmp_path}/\ufffd.md"


def test_a_file_of_another_kind_is_refused(file):
    with pytest.raises(DocumentError, match=r"ends in \.md or \.txt"):
        reading.read(file("", "a.docx"))


def test_a_pipe_is_refused_rather_than_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.md")

    with pytest.raises(DocumentError, match="no ordinary file"):
        reading.read(tmp_path / "a.md")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    with path.open("wb") as file:
        file.truncate(20_000_000)
    monkeypatch.setattr("builtins.open", None)

    with pytest.raises(DocumentError, match="larger than 2 MB"):
        reading.read(path)


def test_a_file_that_grows_while_it_is_read_is_refused(file, monkeypatch):
    path = file(b" " * 2_000_001)
    monkeypatch.setattr(Path, "stat", lambda path, **kwargs: os.stat(__file__))

    with pytest.raises(DocumentError, match="larger than 2 MB"):
        reading.read(path)
