"""Bad input: file, line, a sentence, exit status 1, and nothing changed."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from careers.models import Career, Section
from tests.careers.documents import FRONT, VIEW, career_document
from tests.xss import PAYLOADS, executable

HUGE = b"a" * 20_000_000
DEEP = "## Overview\n\n" + "- " * 5_000 + "a\n"

BAD = [
    ("a.md", b"---\ntitle: \x81\xff\n---\n", 2, "neither UTF-8 nor Windows-1252"),
    ("a.md", b"---\ntitle: a\n\0\n---\n", 3, "NUL byte"),
    ("a.md", "---\ntitle: a\n---\n".encode("utf-16"), 1, "NUL byte"),
    ("a.md", HUGE, 0, "larger than 2 MB"),
    ("a.txt", "Career Pathways View\n", 0, "no title"),
    ("a.md", career_document("slug: a\n"), 1, "no title"),
    ("a.md", career_document(body="## Overveiw\n"), 8, "“Overveiw” is unknown. Did you mean “Overview”"),
    ("a.md", career_document(body="## Overview\n\n## Overview\n"), 10, "a second time"),
    ("a.txt", VIEW + "\nOverview\n\nAgain.\n", 22, "a second time"),
    ("a.md", career_document("title: a\ncategory: Educatoin\n"), 3, "no category “Educatoin”. Did you mean “Education"),
    ("a.md", career_document(FRONT.replace("Stable", "Stabel")), 5, "no type “Stabel Careers”. Did you mean “Stable"),
    ("a.txt", VIEW.replace("Stable Careers", "Steady work"), 14, "no type “Steady work”. Known are: Stable Careers"),
    ("a.md", career_document("title: [\n"), 3, "not YAML"),
    ("a.md", career_document("- title\n"), 2, "must be made of “key: value”"),
    ("a.md", career_document("title: a\ntypes: 3\n"), 3, "“types” must be a list"),
    ("a.md", career_document("title: a\nwage: 3\n"), 3, "The key “wage” is unknown"),
    ("a.md", career_document("title: &a b\nsummary: *a\n"), 3, "alias"),
    ("a.md", career_document(f"title: {'a' * 121}\n"), 2, "at most 120 characters"),
    ("a.md", career_document("title: a\nchecked_on: 2026-02-30\n"), 3, "no date"),
    ("a.md", career_document("title: a\ncode: nurse\n"), 3, "Write the code as 25-4031.00"),
    ("a.md", career_document("title: العربية\n"), 2, "state a slug"),
    ("a.md", career_document("title: a\n"), 2, "A new career needs a category"),
    ("a.txt", "Career List A\nOverview\n\nText.\n", 1, "A new career needs a category"),
    ("a.md", career_document(FRONT + "leads_to: [{career: library-technicians}]\n"), 7, "leads to itself"),
    (
        "a.md",
        career_document("title: B\ncategory: Education & Training\nleads_to: [{career: b}]\n"),
        4,
        "leads to itself",
    ),
    ("a.md", career_document(FRONT.replace("[Stable Careers]", "[Stable Careers, stable careers]")), 5, "stands twice"),
    ("a.md", career_document(body=DEEP), 10, "more than 20 deep"),
    ("a.txt", VIEW.replace("They help.", "– " + "- " * 5_000 + "a"), 6, "more than 20 deep"),
    ("a.docx", b"PK", 0, r"ends in \.md or \.txt"),
]


def counts():
    return Career.objects.count(), Section.objects.count()


@pytest.mark.parametrize(("name", "data", "line", "sentence"), BAD)
def test_bad_input_is_refused_by_file_and_line(tmp_path, technicians, name, data, line, sentence):
    (tmp_path / "0-good.md").write_text(career_document("title: A new one\ncategory: Education & Training\n"))
    bad = tmp_path / name
    bad.write_bytes(data if isinstance(data, bytes) else data.encode())
    before = counts()

    with pytest.raises(CommandError, match=sentence) as refusal:
        call_command("import_careers", str(tmp_path / "0-good.md"), str(bad))

    place = f"{bad}, line {line}: " if line else f"{bad}: "
    assert str(refusal.value).startswith(place)
    assert counts() == before


def test_one_slug_twice_in_a_run_is_refused(tmp_path, technicians):
    (tmp_path / "a.md").write_text(career_document())
    (tmp_path / "b.txt").write_text(VIEW)

    with pytest.raises(CommandError, match=r"b\.txt, line 3: .*“library-technicians” stands in .*a\.md already"):
        call_command("import_careers", str(tmp_path))

    assert not Section.objects.filter(key="skills").exists()


def test_every_bad_file_is_named_at_once(tmp_path, db):
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("")

    with pytest.raises(CommandError, match=r"(?s)a\.md, line 1: .*b\.md, line 1: "):
        call_command("import_careers", str(tmp_path))


@pytest.mark.parametrize(("name", "sentence"), [("", "no .md or .txt document"), ("gone.md", "no such file")])
def test_a_path_without_documents_is_refused(tmp_path, name, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("import_careers", str(tmp_path / name))


def test_a_file_that_vanishes_while_it_is_read_is_refused(tmp_path, technicians, monkeypatch):
    (tmp_path / "a.md").write_text(career_document())
    real = Path.open
    monkeypatch.setattr(Path, "open", lambda path, *args: path.unlink() or real(path, *args))

    with pytest.raises(CommandError, match=r"a\.md: It cannot be read: No such file"):
        call_command("import_careers", str(tmp_path))


def test_bad_input_ends_with_status_one(tmp_path):
    (tmp_path / "a.md").write_text("")
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "import_careers", str(tmp_path)]
    env = {"DEBUG": "true", "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3"}

    run = subprocess.run(command, env=env, capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert "a.md, line 1: A career document begins with a line “---”" in run.stderr


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_runs_comes_in_by_a_career_document(tmp_path, stable, education, payload):
    body = (
        f"## Overview\n\n{payload}\n\nThey help.\n\n## Fun Fact\n\n- {payload}\n\n## Related Careers\n\n- {payload}\n"
    )
    (tmp_path / "a.md").write_text(career_document(body=body))

    call_command("import_careers", str(tmp_path), publish=True)

    assert [executable(html) for html in Section.objects.values_list("html", flat=True)] == [[], [], []]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_runs_comes_in_by_a_view(tmp_path, stable, education, payload):
    view = VIEW.replace("They help.", payload).replace("**Order.**", payload)
    (tmp_path / "a.txt").write_text(view)

    call_command("import_careers", str(tmp_path))

    assert [executable(html) for html in Section.objects.values_list("html", flat=True)] == [[], []]
