"""In development, too, a missing page is the site's own."""

import pytest
from django.http import Http404
from django.views.debug import technical_404_response

from pathways.errors import own_not_found_middleware


def technical(request):
    return technical_404_response(request, Http404("No such thing."))


@pytest.mark.django_db
def test_a_page_for_developers_becomes_the_sites_own(rf, student):
    request = rf.get("/nowhere/")
    request.user, request.session, request._messages = student, {}, []

    response = own_not_found_middleware(technical)(request)

    assert response.status_code == 404
    assert b"This page is not here" in response.content
    assert b"DEBUG = True" not in response.content


def test_any_other_answer_stays(rf):
    answer = object.__new__(type("Answer", (), {"status_code": 200}))

    assert own_not_found_middleware(lambda request: answer)(rf.get("/")) is answer
