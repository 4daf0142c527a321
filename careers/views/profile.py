"""One career: its page in chapters, and the view in the owner's order."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import BooleanField, ExpressionWrapper, Q, Subquery
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from careers import sections
from careers.models import Career, LeadsTo, Section
from careers.views.visitors import visitor_page


@login_not_required
@require_safe
@visitor_page
def career_detail(request, slug):
    career = get_object_or_404(Career.objects.visible_to(request.user).select_related("category"), slug=slug)
    texts, next_jobs = read_texts(career)
    context = {
        "career": career,
        "chapters": chapters(texts),
        "next_jobs": next_jobs,
        "types": [typing.type for typing in career.typings.select_related("type")],
        "titles": [title.title for title in career.alternate_titles.all()],
        **neighbours(career),
    }
    return render(request, "careers/career_detail.html", context)


@login_not_required
@require_safe
@visitor_page
def career_print(request, slug):
    career = get_object_or_404(Career.objects.visible_to(request.user).select_related("category"), slug=slug)
    texts, _ = read_texts(career)
    types = [typing.type for typing in career.typings.select_related("type")]
    entries = [(entry, texts.get(entry.key)) for entry in sections.ENTRIES]
    return render(request, "careers/career_print.html", {"career": career, "entries": entries, "types": types})


def read_texts(career: Career) -> tuple[dict[str, Section], list[tuple[Career, LeadsTo]]]:
    """Its texts by key and the jobs it leads to; careers they name are links where visitors can read them."""
    texts = {section.key: section for section in career.sections.all()}
    named = [item["career"] for section in texts.values() for item in section.items if item.get("career")]
    next_jobs = list(career.leads_to.all())
    wanted = Q(name_key__in=named) | Q(slug__in=[job.to_slug for job in next_jobs])
    found = Career.objects.published().filter(wanted).only("slug", "title", "name_key")
    by_slug = {other.slug: other for other in found}
    if related := texts.get("related"):
        related.html = link(related.html, {other.name_key: other for other in found})
    return texts, [(by_slug[job.to_slug], job) for job in next_jobs if job.to_slug in by_slug]


def link(html: str, careers: dict[str, Career]) -> str:
    """Fill the places that the renderer left round names of careers."""
    for key, career in careers.items():
        html = html.replace(f'<a data-career="{key}">', f'<a href="{career.get_absolute_url()}">')
    return html


def chapters(texts: dict[str, Section]):
    """Each chapter that has something to read, with its entries in the owner's order."""
    filled = (
        (name, [texts[entry.key] for entry in entries if entry.key in texts]) for name, entries in sections.IN_CHAPTERS
    )
    return [(name, found) for name, found in filled if found]


def neighbours(career: Career) -> dict[str, Career]:
    """The published careers before and after it by title in its category, in one query."""
    others = Career.objects.published().filter(category_id=career.category_id)
    earlier = Q(title__lt=career.title) | Q(title=career.title, pk__lt=career.pk)
    later = Q(title__gt=career.title) | Q(title=career.title, pk__gt=career.pk)
    before = others.filter(earlier).order_by("-title", "-pk").values("pk")[:1]
    after = others.filter(later).order_by("title", "pk").values("pk")[:1]
    found = Career.objects.filter(Q(pk=Subquery(before)) | Q(pk=Subquery(after))).only("slug", "title").order_by()
    found = found.annotate(is_later=ExpressionWrapper(later, output_field=BooleanField()))
    return {"after" if other.is_later else "before": other for other in found}
