import contextlib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers.documents import career_document, reading, text_view
from tests.careers.documents import career_documents, fragments, view_documents

modest = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])


@modest
@given(career_documents)
def test_a_career_document_is_read_as_it_was_written(document):
    assert career_document.read(career_document.write(document)) == document


@modest
@given(career_documents)
def test_a_career_document_is_written_as_it_was_read(document):
    text = career_document.write(document)

    assert career_document.write(career_document.read(text)) == text


@modest
@given(view_documents)
def test_a_view_is_read_as_it_was_written(document):
    assert text_view.read(text_view.write(document)) == document


@modest
@given(view_documents)
def test_a_view_is_the_same_document_as_the_career_document_of_it(document):
    assert career_document.read(career_document.write(document)) == text_view.read(text_view.write(document))


@modest
@given(view_documents, st.booleans(), st.booleans(), st.sampled_from([str, str.upper, str.lower, str.title]))
def test_an_export_in_another_dress_is_the_same_document(document, crlf, mark, case):
    text = text_view.write(document)
    labels = {entry for entry in text.split("\n\n") if "\n" not in entry}
    dressed = "\n   \n\n".join(case(part) if part in labels else part for part in text.split("\n\n"))
    data = dressed.replace("\n", "\r\n" if crlf else "\n").encode("utf-8-sig" if mark else "utf-8")

    sections = text_view.read(reading.decode(data)).sections

    assert {key: value.casefold() for key, value in sections.items()} == {
        key: value.casefold() for key, value in document.sections.items()
    }


@modest
@given(fragments, fragments)
def test_any_text_is_read_or_refused(front, body):
    for read, text in (
        (text_view.read, f"Career List A\n{front}\n\n{body}"),
        (career_document.read, f"---\ntitle: a\n{front}\n---\n{body}"),
    ):
        with contextlib.suppress(reading.DocumentError):
            assert read(text).title
