"""The whole release that stands beside a checkout."""

import pytest
from django.conf import settings

from careers.models import Occupation, OccupationTitle, Rating
from careers.official.cells import ONET_CODE

ONET = settings.BASE_DIR.parent / "shared" / "data" / "onet"
pytestmark = pytest.mark.skipif(not ONET.exists(), reason="The official files stand beside a checkout, not in it.")
TECHNICIANS = "25-4031.00"


def test_the_whole_release_goes_in_and_twice_changes_nothing(import_onet):
    printed = import_onet(ONET)
    ratings = dict(Rating.objects.filter(code=TECHNICIANS).values_list("element__key", "value"))

    assert "Occupations: 1,016 read, 1,016 matched. 1,016 added" in printed
    assert "Titles: 56,560 read, 56,560 matched. 56,560 added" in printed
    assert (Occupation.objects.count(), OccupationTitle.objects.count()) == (1_016, 56_560)
    assert (ratings["zone"], ratings["1.B.1.g"], ratings["1.B.1.h"]) == (3, 6, 4)
    assert all(map(ONET_CODE.fullmatch, Occupation.objects.values_list("code", flat=True)))
    assert "Nothing was changed." in import_onet(ONET)
