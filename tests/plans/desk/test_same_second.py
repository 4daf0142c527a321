"""Two counsellors decide at the same second: one decision stands, the other is told."""

from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from plans import actions
from plans.models import Decision, Plan, Review
from tests.factories import CohortFactory, counsellor_of, student_of
from tests.plans.desk.conftest import digest

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write at a time"),
]


def decide(plan, staff, decision, read, barrier, said):
    barrier.wait()
    try:
        actions.decide(plan=plan, staff=staff, decision=decision, note="So.", digest=read)
        said.append("done")
    except actions.Refused as refusal:
        said.append(str(refusal))
    finally:
        connections.close_all()


@pytest.mark.parametrize("round_", range(5))
def test_one_decision_stands_and_the_other_is_told(round_):
    cohort = CohortFactory()
    plan = actions.submit(user=student_of(cohort))
    barrier, said, read = Barrier(2), [], digest(plan)
    pairs = [(counsellor_of(cohort), decision) for decision in Decision]

    threads = [Thread(target=decide, args=(plan, staff, each, read, barrier, said)) for staff, each in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(words[:8] for words in said) == ["Somebody", "done"]
    review = Review.objects.get()
    assert Plan.objects.get().state == {"approved": "approved", "returned": "changes-asked"}[review.decision]
