"""The interest finder: its statements, page by page, and what came out. Answers are in the address and nowhere else."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from careers import facets
from careers.cards import cards_by_key
from careers.comparing.asking import MOST
from careers.interests import profiles
from careers.interests.agreement import direction
from careers.interests.answers import Answers, Unreadable
from careers.interests.hexagon import Hexagon
from careers.interests.matches import Matches
from careers.interests.result import Result
from careers.interests.statements import ANSWERS, PAGES, on_page
from careers.models import Career
from careers.views.listing import whole
from careers.views.visitors import visitor_page

RESULT = "result"


@login_not_required
@require_safe
@visitor_page
def interests(request):
    try:
        answers = Answers.read(request.GET.get("a", ""))
    except Unreadable as wrong:
        return statements(request, Answers.read(""), 1, wrong=wrong)
    if "go" in request.GET:
        return go_on(answers.merged(request.GET), request.GET["go"])
    number = min(whole(request.GET.get("page", "")), PAGES)
    return statements(request, answers, number, left="left" in request.GET)


def go_on(answers: Answers, to: str):
    """From a page that was sent to the next one, under an address that holds all that was answered."""
    if to == RESULT:
        return redirect(f"{reverse('careers:interests_result')}?a={answers.code}")
    return redirect(f"{reverse('careers:interests')}?a={answers.code}&page={min(whole(to), PAGES)}")


def statements(request, answers: Answers, number: int, **said):
    rows = [(statement, answers[statement.number]) for statement in on_page(number)]
    context = {"answers": answers, "rows": rows, "faces": ANSWERS, "number": number, "pages": PAGES}
    return render(request, "careers/interests/statements.html", context | said)


@login_not_required
@require_safe
@visitor_page
def interests_result(request):
    try:
        answers = Answers.read(request.GET.get("a", ""))
    except Unreadable as wrong:
        return statements(request, Answers.read(""), 1, wrong=wrong)
    if answers.missing:
        query = urlencode({"a": answers.code, "page": answers.first_page_to_do, "left": 1})
        return redirect(f"{reverse('careers:interests')}?{query}")
    context = {"answers": answers, "result": Result(answers.scores), "hexagon": Hexagon(answers.scores)}
    return render(request, "careers/interests/result.html", context | ranking(request, answers))


def ranking(request, answers: Answers) -> dict:
    """The careers that match; none where all six scores are the same, for then there is nothing to compare."""
    index, person = facets.current(), direction(answers.scores)
    if person is None:
        return {"profiles": profiles.current(index)}
    matches = Matches(request.GET, person, index=index)
    careers = Career.objects.only("slug", "title").in_bulk(matches.keys)
    cards = cards_by_key(request, matches)
    rows = [(careers.get(key), card, *matches.reasons[key]) for key, card in cards.items()]
    first = [careers[key].slug for key in cards if key in careers][:MOST]
    return {"profiles": matches.profiles, "matches": matches, "rows": rows, "compare": comparison(first, answers)}


def comparison(slugs: list[str], answers: Answers) -> str:
    """Where these stand side by side with the answers weighed."""
    query = urlencode([*(("career", slug) for slug in slugs), ("interests", "3"), ("a", answers.code)])
    return f"{reverse('careers:compare')}?{query}" if len(slugs) > 1 else ""
