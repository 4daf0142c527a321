"""Where a job leads and what leads to it, and the ways from one job to another."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from careers.paths import graph as graphs
from careers.paths import search
from careers.paths.around import around
from careers.paths.graph import Graph, Node
from careers.paths.layout import draw
from careers.paths.naming import Asked, ask
from careers.paths.steps import way_of
from careers.views.profile import visible_career
from careers.views.visitors import visitor_page


@login_not_required
@require_safe
@visitor_page
def career_paths(request, slug):
    career = visible_career(request, slug)
    graph = graphs.current(drafts=request.user.has_perm("careers.view_career"))
    if slug not in graph.places:  # unpublished since the graph was made
        raise Http404
    here = graph.places[slug]
    found = around(graph, here)
    context = {"career": career, "here_node": graph.nodes[here], "found": found, "graph": graph}
    if found.earlier.branches or found.onward.branches:
        context["drawing"] = draw(graph.nodes[here], found)
    return render(request, "careers/paths/career.html", context)


@login_not_required
@require_safe
@visitor_page
def ways(request):
    graph = graphs.current(drafts=request.user.has_perm("careers.view_career"))
    start, goal = (ask(graph, request.GET.get(name, "")) for name in ("from", "to"))
    context = {"start": start, "goal": goal, "graph": graph, "fields": fields(graph, start, goal)}
    context["options"] = options(graph)
    if start.place is not None and goal.place is not None and start.place != goal.place:
        context |= found(graph, start.place, goal.place)
    return render(request, "careers/paths/ways.html", context)


def options(graph: Graph) -> str:
    """All careers to choose from in a field: rendered once, as long as the graph lives."""
    if "options" not in graph.kept:
        graph.kept["options"] = render_to_string("careers/paths/_options.html", {"nodes": graph.nodes})
    return graph.kept["options"]


def found(graph: Graph, start: int, goal: int) -> dict[str, object]:
    """The ways; where there is none, what comes nearest, and whether there is one back."""
    shown = [way_of(graph, way) for way in search.ways(graph, start, goal)]
    near = [] if shown else [graph.nodes[place] for place in search.nearest(graph, start, goal)]
    ends = graph.nodes[start], graph.nodes[goal]
    context: dict[str, object] = {"from_node": ends[0], "to_node": ends[1], "ways": shown}
    if not shown:
        context["near"] = [(node, address(ends[0], node)) for node in near]
        context["back"] = address(ends[1], ends[0]) if search.leads_to(graph, goal, start) else ""
    return context


def fields(graph: Graph, start: Asked, goal: Asked) -> list[dict[str, object]]:
    """Both fields with what is wrong with them and, where several careers are meant, an address for each."""
    same = start.place is not None and start.place == goal.place
    missing = (start.words == "") != (goal.words == "")
    rows = []
    for name, label, asked, other in (("from", "From", start, goal), ("to", "To", goal, start)):
        problem = asked.problem
        if missing and not asked.words:
            problem = "Write the name of a career here, too."
        if same and name == "to":
            problem = "That is the career you start from. Choose another one."
        choices = [(graph.nodes[place], chosen(graph, name, place, other)) for place in asked.choices]
        rows.append({"name": name, "label": label, "asked": asked, "problem": problem, "choices": choices})
    return rows


def chosen(graph: Graph, name: str, place: int, other: Asked) -> str:
    """This page with one of several careers chosen."""
    slug = graph.nodes[other.place].slug if other.place is not None else other.words
    pair = {name: graph.nodes[place].slug, ("to" if name == "from" else "from"): slug}
    return f"{reverse('careers:ways')}?{urlencode({key: pair[key] for key in ('from', 'to')})}"


def address(start: Node, goal: Node) -> str:
    return f"{reverse('careers:ways')}?{urlencode({'from': start.slug, 'to': goal.slug})}"
