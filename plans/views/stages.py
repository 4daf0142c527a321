"""From a way between two careers into the plan. Visitors are led through sign-up first."""

from itertools import pairwise

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST

from careers.models import Career
from careers.paths import graph as graphs
from careers.paths.search import LONGEST
from careers.paths.steps import WayShown, way_of
from plans.actions import Refused
from plans.stages import Added, Stage, remove_stages, save_stages
from plans.views.answers import changed, offer, quoted, refusals_told
from plans.views.saving import lead_through_sign_up, wished

GONE = "That way is not on the site, or not any more. Look for it anew."


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def stages(request):
    sent = request.POST if request.method == "POST" else request.GET
    try:
        way = way_sent(request, sent.get("way", ""))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("careers:ways")
    page = f"{request.path}?{urlencode({'way': way.slugs})}"
    if not request.user.is_authenticated:
        return lead_through_sign_up(request, page, f"{way.start.title} to {way.end.title}")
    if request.method == "POST" or wished(request, page):
        put_stages(request, way)
        return redirect("plans:plan")
    return render(request, "plans/confirm_stages.html", {"way": way})


def way_sent(request, words: str) -> WayShown:
    """The careers of a way by their slugs; each step must be one that this person is shown."""
    graph = graphs.current(drafts=request.user.has_perm("careers.view_career"))
    slugs = words.split(",", LONGEST + 1)
    places = [graph.places[slug] for slug in slugs if slug in graph.places]
    steps = list(pairwise(places))
    known = steps and len(places) == len(slugs) == len(set(slugs)) and len(steps) <= LONGEST
    if not known or not all(graph.leads(*step) for step in steps):
        raise Refused(GONE)
    return way_of(graph, places)


def put_stages(request, way: WayShown) -> None:
    with refusals_told(request):
        added = save_stages(user=request.user, stages=stages_of(way))
        said = quoted(f"{way.start.title} to {way.end.title}")
        if added:
            offer(request, f"{said} is in your plan, stage by stage.", "stages_undo", str(added))
        else:
            messages.success(request, f"{said} was in your plan already.")


def stages_of(way: WayShown) -> list[Stage]:
    slugs = way.slugs.split(",")
    careers = {career.slug: career for career in Career.objects.filter(slug__in=slugs)}
    if len(careers) < len(slugs):
        raise Refused(GONE)
    first, *others = (careers[slug] for slug in slugs)
    return [Stage(first), *(Stage(career, needs(step)) for career, step in zip(others, way.steps, strict=True))]


def needs(step) -> str:
    """What a step takes, in the words of the page."""
    time = step.years if step.known else ""
    return f"{step.needs} ({time})" if step.needs and time else step.needs or f"Find out what {step.after.title} need"


@require_POST
def stages_undo(request, rows):
    with refusals_told(request):
        gone = remove_stages(user=request.user, added=Added.read(rows))
        messages.success(request, "Those stages are out of your plan." if gone else "They were out already.")
    return changed(request)
