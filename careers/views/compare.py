"""Careers side by side. The address says which, what to read of them, and what matters how much."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.comparing.table import Comparison
from careers.views.visitors import visitor_page


@login_not_required
@require_safe
@visitor_page
def compare(request):
    return render(request, "careers/compare/compare.html", {"comparison": Comparison(request.GET, request.user)})
