"""The demo plan takes items that the careers we ship really have."""

import json

import pytest
from django.conf import settings

FIXTURES = settings.BASE_DIR / "fixtures"


def fields(path, model):
    return [row["fields"] for row in json.loads(path.read_text("utf-8")) if row["model"] == model]


@pytest.fixture(scope="module")
def items():
    sections = [row for path in FIXTURES.glob("careers/*.json") for row in fields(path, "careers.section")]
    return {
        (section["career"][0], section["key"], item["key"]): item["text"]
        for section in sections
        for item in section["items"]
    }


def test_each_step_from_a_profile_is_an_item_of_it(items):
    steps = [step for step in fields(FIXTURES / "demo" / "plan.json", "plans.step") if step.get("item")]

    assert steps
    for step in steps:
        assert items[step["career"][0], step["section"], step["item"]] == step["text"]
