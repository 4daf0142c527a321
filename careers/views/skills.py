"""From what somebody can do already to careers."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers import facets
from careers.cards import cards_by_key
from careers.interests.abilities import GROUPS
from careers.interests.pages import Ordered
from careers.interests.skills import MOST_CHOSEN, known, ranked
from careers.views.visitors import visitor_page


@login_not_required
@require_safe
@visitor_page
def skills(request):
    index = facets.current()
    asked, unknown = known(request.GET.getlist("skill"))
    chosen = asked[:MOST_CHOSEN]
    found = dict(ranked(chosen, index))
    listing = Ordered(request.GET, list(found), index=index)
    rows = [(card, found[key]) for key, card in cards_by_key(request, listing).items()]
    context = {"groups": GROUPS, "chosen": chosen, "unknown": unknown, "too_many": len(asked) > MOST_CHOSEN}
    context |= {"listing": listing, "rows": rows, "without": index.published.bit_count() - len(found)}
    return render(request, "careers/interests/skills.html", context)
