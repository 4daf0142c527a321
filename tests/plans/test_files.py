"""Files that show what was done: known by their content, and had again by those who may."""

import hashlib
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plans import actions
from plans.document.writing import steps_of
from plans.files import download
from plans.forms.files import DOCX, NO_KIND, ODT, TOO_LARGE, clean_name, kind_of
from plans.models import Evidence, Plan
from tests.factories import CohortFactory, UserFactory, counsellor_of, student_of
from tests.plans import documents

GOOD = {
    "application/pdf": documents.PDF,
    "image/png": documents.PNG,
    "image/jpeg": documents.JPEG,
    "text/plain": documents.TEXT,
    DOCX: documents.DOCX_FILE,
    ODT: documents.ODT_FILE,
}
BAD = documents.EXECUTABLES | {
    "svg": documents.SVG,
    "html": documents.HTML,
    "html after a word": b"Hello <script>alert(1)</script>",
    "xml": b'\xef\xbb\xbf<?xml version="1.0"?><a/>',
    "macros": documents.DOCX_WITH_MACROS,
    "zip": documents.parcel(a_txt="x"),
    "zip cut short": documents.DOCX_FILE[:40],
    "latin text": "Größe".encode("latin-1"),
    "gif": b"GIF89a\1\0\1\0",
    "png cut short": documents.PNG[:8],
}


@pytest.fixture
def upload(student_client, step):
    def upload(content, name="proof.pdf", kind="application/pdf"):
        sent = {"text": step.text, "version": 0, "file": SimpleUploadedFile(name, content, kind)}
        return student_client.post(reverse("plans:step_edit", args=[step.pk]), sent)

    return upload


@pytest.fixture
def file(step):
    return actions.add_file(step=step, name="proof.pdf", kind="application/pdf", content=documents.PDF)


def url(file, what="file"):
    return reverse(f"plans:{what}", args=[file.pk])


@pytest.mark.parametrize("kind", GOOD)
def test_what_we_keep_is_known_by_its_content(kind):
    assert kind_of(GOOD[kind]) == kind


@pytest.mark.parametrize("name", BAD)
def test_what_we_do_not_keep_is_known_by_its_content(name):
    assert kind_of(BAD[name]) is None


def test_a_file_is_kept_under_its_step(upload, step):
    assert upload(documents.PDF).status_code == 302

    file = step.files.get()
    assert (file.name, file.kind, file.size) == ("proof.pdf", "application/pdf", len(documents.PDF))
    assert file.digest == hashlib.sha256(documents.PDF).hexdigest()
    assert bytes(file.content) == documents.PDF


@pytest.mark.parametrize("name", BAD)
def test_a_file_of_another_kind_is_refused_with_a_sentence(upload, name):
    response = upload(BAD[name])

    assert NO_KIND in response.text
    assert not Evidence.objects.exists()


def test_an_empty_file_is_refused(upload):
    assert "That file is empty." in upload(b"").text


@pytest.mark.parametrize("megabytes", [5, 11])
def test_a_file_too_large_is_refused_and_nothing_typed_is_lost(upload, megabytes):
    response = upload(documents.PDF + b"x" * megabytes * 2**20)

    assert TOO_LARGE in response.text
    assert "Visit a library." in response.text
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("name", "kind", "kept"),
    [
        ("../../etc/passwd", "text/plain", "passwd.txt"),
        ("..\\..\\x.pdf", "application/pdf", "x.pdf"),
        ("page.html", "text/plain", "page.txt"),
        ("photo.jpeg", "image/jpeg", "photo.jpeg"),
        ("photo.png", "image/jpeg", "photo.jpg"),
        ("fdp.\u202etxt", "application/pdf", "fdp.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "application/pdf", "aSet-Cookie: x.pdf"),
        ("...", "application/pdf", "file.pdf"),
        ("مستند.pdf", "application/pdf", "مستند.pdf"),
        ("x" * 500 + ".pdf", "application/pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_is_cleaned_and_ends_as_what_the_file_is(name, kind, kept):
    assert clean_name(name, kind) == kept


def test_its_student_has_it_again_to_save_and_not_to_open(student_client, file):
    response = student_client.get(url(file))

    assert response.content == documents.PDF
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == 'attachment; filename="proof.pdf"'
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("what", ["file", "file_remove", "file_restore", "file_erase"])
def test_a_stranger_finds_no_file(stranger_client, file, what):
    method = stranger_client.get if what == "file" else stranger_client.post

    assert method(url(file, what)).status_code == 404


@pytest.mark.django_db
def test_staff_see_the_files_of_their_own_students_alone():
    cohort, other = CohortFactory(), CohortFactory()
    step = actions.add_step(user=student_of(cohort), text="Ask.", due_on=None, target=None, token=uuid.uuid4())
    file = actions.add_file(step=step, name="a.txt", kind="text/plain", content=b"I asked.")

    assert list(Evidence.objects.seen_by(counsellor_of(cohort))) == [file]
    assert not Evidence.objects.seen_by(counsellor_of(other)).exists()
    assert not Evidence.objects.seen_by(UserFactory(is_superuser=True)).exists()
    assert download(file).headers["Content-Disposition"].startswith("attachment")


def test_the_same_file_is_there_once(upload, step):
    upload(documents.PDF)
    upload(documents.PDF, "again.pdf")

    assert step.files.count() == 1


def test_a_file_is_taken_out_brought_back_and_deleted_for_good(student_client, file):
    student_client.post(url(file, "file_remove"))
    assert student_client.get(url(file)).status_code == 404
    assert f'formaction="{url(file, "file_restore")}"' in student_client.get("/plan/").text

    student_client.post(url(file, "file_restore"))
    assert student_client.get(url(file)).status_code == 200

    student_client.post(url(file, "file_remove"))
    student_client.post(url(file, "file_erase"))
    assert not Evidence.objects.exists()


def test_a_kept_file_is_not_deleted_for_good(student_client, file):
    student_client.post(url(file, "file_erase"))

    assert Evidence.objects.exists()


def test_all_files_of_a_plan_together_have_a_limit(upload, file, monkeypatch):
    monkeypatch.setattr("plans.actions.files.MOST_BYTES_A_PLAN", file.size + 5)
    actions.remove_file(file=file)

    response = upload(documents.TEXT)

    assert "The files of a plan may have 50 MB in all" in response.text
    assert Evidence.objects.count() == 1


def test_a_refused_file_leaves_the_words_unsaved_and_on_the_page(student_client, step, monkeypatch):
    monkeypatch.setattr("plans.actions.files.MOST_FILES_A_STEP", 0)
    sent = {"text": "New words.", "version": 0, "file": SimpleUploadedFile("a.txt", b"Words.")}

    response = student_client.post(reverse("plans:step_edit", args=[step.pk]), sent)

    step.refresh_from_db()
    assert "A step holds 0 files." in response.text
    assert "New words." in response.text
    assert step.text == "Visit a library."


def test_a_plan_as_a_document_reads_no_content(file, django_assert_num_queries, student):
    plan = Plan.objects.get()

    with django_assert_num_queries(2):
        (step,) = steps_of(plan)
        assert [each.get_deferred_fields() for each in step.files.all()] == [{"content"}]
