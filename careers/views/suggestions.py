"""What a search box offers while somebody types: the script in js/suggest.js asks, and shows it."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from careers import search
from careers.filters import Words
from careers.search import Suggestion
from careers.views.visitors import visitor_page

LEAST = 2  # letters
MOST = 8
words = Words(required=False)


@login_not_required
@require_safe
@visitor_page
def suggestions(request):
    """The same for all: only what the public may see is suggested."""
    typed = words.clean(request.GET.get("q", ""))
    found = search.suggest(typed, MOST) if len(typed) >= LEAST else []
    return JsonResponse({"suggestions": [as_shown(each) for each in found]})


def as_shown(suggestion: Suggestion) -> dict[str, str]:
    return {"text": suggestion.text, "about": about(suggestion), "href": address(suggestion)}


def about(suggestion: Suggestion) -> str:
    """What kind of thing it is, said beside it."""
    return {"title": suggestion.of, "category": "Category"}.get(suggestion.kind, "")


def address(suggestion: Suggestion) -> str:
    if suggestion.kind == "category":
        return f"{reverse('careers:list')}?{urlencode({'category': suggestion.slug})}"
    return f"{reverse('careers:list')}{suggestion.slug}/"
