"""Adding a whole list: read, shown row by row, and written with one press."""

import time
from collections import Counter

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.crypto import get_random_string
from django.views.decorators.http import require_http_methods

from accounts.schools import actions
from accounts.schools.common import digest
from accounts.schools.door import cohort_seen
from accounts.schools.forms import UploadForm
from accounts.schools.preview import What, outcomes
from accounts.schools.reading import Line
from accounts.schools.views.students import added, show_once
from accounts.sessions import KEPT_FOR, LIST

ON_A_PAGE, MOST_FAULTS = 500, 50
OTHERWISE = "Something changed since this list was shown: look at it again. Nothing is written yet."


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request, pk):
    cohort = cohort_seen(request, pk)
    form = UploadForm(*[request.POST, request.FILES] if request.method == "POST" else [])
    if form.is_valid():
        return redirect("schools:preview", cohort.pk, keep(request.session, cohort, form.lines))
    return render(request, "schools/upload.html", {"form": form, "cohort": cohort})


def keep(session, cohort, lines) -> str:
    """The rows as they were read stay here, so that what is written is what was shown. Only the newest list is kept."""
    key = get_random_string(22)
    rows = [[line.number, line.name, line.username, line.is_short] for line in lines]
    session[LIST] = {"key": key, "cohort": cohort.pk, "rows": rows, "at": int(time.time())}
    return key


def kept(session, cohort, key) -> list[Line]:
    entry = session.get(LIST, {})
    if (entry.get("key"), entry.get("cohort")) != (key, cohort.pk) or time.time() - entry["at"] > KEPT_FOR:
        raise Http404
    return [Line(*row) for row in entry["rows"]]


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request, pk, key):
    cohort = cohort_seen(request, pk)
    lines = kept(request.session, cohort, key)
    if request.method == "POST" and (written := write(request, cohort, lines)):
        return written
    found = outcomes(lines, cohort, request.user)
    return render(request, "schools/preview.html", {"cohort": cohort, "key": key} | shown(request, found))


def shown(request, found) -> dict:
    faults = [each for each in found if each.what == What.FAULT]
    counts = Counter(each.what for each in found)
    return {
        "page": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
        "faults": faults[:MOST_FAULTS],
        "more_faults": len(faults[MOST_FAULTS:]),
        "counts": {what.name.lower(): counts[what] for what in What},
        "writes": counts[What.NEW] + counts[What.MOVES],
        "digest": digest([each.as_shown() for each in found]),
    }


def write(request, cohort, lines):
    """The page that follows; None where the list has to be looked at again."""
    sent = request.POST.get("digest", "")
    try:
        slips = added(request, cohort, lines, sent)
    except actions.ChangedMeanwhile:
        messages.error(request, OTHERWISE)
        return None
    except actions.Refused as refused:
        messages.error(request, str(refused))
        return None
    del request.session[LIST]
    messages.success(request, f"The list is written. {len(slips)} new account{'' if len(slips) == 1 else 's'}.")
    return show_once(request, cohort, slips) if slips else redirect("schools:cohort", cohort.pk)
