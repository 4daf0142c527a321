"""What pages about careers show of a plan. Visitors all get the same: no query, no token, no look into the session."""

import re
from contextlib import suppress
from functools import cache

from django import template
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from careers.sections import GETTING_IN, TEXTS, Kind
from plans.models import Decision, Plan, RuledOut, Step, Target

register = template.Library()

UNDONE_BY = ("target_restore", "step_restore", "row_restore", "file_restore", "stages_undo")
OFFERS = dict.fromkeys(UNDONE_BY, "Undo") | {"step_remove": "Take it out"}
ITEM = re.compile(r"<!--item:([a-z-]+)/([0-9a-z]+)-->", re.ASCII)
THINGS_TO_DO = "|".join(entry.key for entry in TEXTS if entry.chapter == GETTING_IN and entry.kind is Kind.LIST)
THING_TO_DO = re.compile(rf"<!--item:({THINGS_TO_DO})/([0-9a-z]+)-->", re.ASCII)
BETWEEN = "<!--next-->"  # no section holds it: what is stored was rendered and cleaned
OTHER_ANCHOR = re.compile(rf'<li id="(?!(?:{THINGS_TO_DO})-[0-9a-z]+")[a-z0-9-]+">', re.ASCII)


@cache
def shape(name: str, **choices) -> str:
    """A template rendered once a process; what differs from career to career stays in it as ``{slug}``, ``{title}`` …

    A page shows dozens of these, and an include each would cost more than the rest of the page.
    """
    return render_to_string(f"plans/{name}.html", choices | {"plan": reverse("plans:plan")}).strip()


def signed_in(context) -> bool:
    return context["request"].user.is_authenticated


def saved_careers(request) -> set[int]:
    """Read once a request, however many stars the page has."""
    if not hasattr(request, "saved_careers"):
        rows = Target.objects.of(request.user).kept().order_by()
        request.saved_careers = set(rows.values_list("career_id", flat=True))
    return request.saved_careers


def taken_items(request, career) -> set[tuple[str, str]]:
    """The items of a career that the plan shows as steps: section and key. Read once a request."""
    if getattr(request, "taken_items_of", None) != career.pk:
        rows = Step.objects.of(request.user).shown().filter(career=career).exclude(item="").order_by()
        request.taken_items_of, request.taken_items = career.pk, set(rows.values_list("section", "item"))
    return request.taken_items


@register.simple_tag(takes_context=True)
def star(context, career):
    """Save a career, or take it out again."""
    saved = signed_in(context) and career.pk in saved_careers(context["request"])
    return filled(context, career, "_star", saved=saved)


@register.inclusion_tag("plans/_rule_out.html", takes_context=True)
def rule_out(context, career):
    """Say that a career is not for me; or why it was not, and undo that. For who is signed in."""
    out = ruled_out(context["request"]).get(career.pk)
    return {"career": career, "out": out, "csrf_token": context["csrf_token"]}


def ruled_out(request) -> dict[int, RuledOut]:
    """By the key of the career; read once a request."""
    if not hasattr(request, "ruled_out"):
        request.ruled_out = {row.career_id: row for row in RuledOut.objects.of(request.user)}
    return request.ruled_out


@register.simple_tag(takes_context=True)
def plan_form(context, career):
    """The one form that the buttons of ``plan_items`` belong to."""
    return filled(context, career, "_plan_form")


def filled(context, career, name: str, **choices):
    html = shape(name, signed_in=signed_in(context), **choices).replace("{slug}", escape(career.slug))
    if signed_in(context):
        html = html.replace("{token}", str(context["csrf_token"]))
    # The title comes last, for it may say anything.
    return mark_safe(html.replace("{title}", escape(career.title)))  # noqa: S308


@register.simple_tag(takes_context=True)
def plan_items(context, career, texts):
    """The stored HTML of each section, with a button at the end of each list item; for visitors, of some items."""
    html = BETWEEN.join(texts.values())  # all at once: they are two dozen
    shown = with_buttons(context, career, html) if signed_in(context) else invite(html)
    return dict(zip(texts, shown.split(BETWEEN), strict=True)) if texts else {}


def with_buttons(context, career, html: str) -> str:
    new, taken = shape("_item", state="new"), shape("_item", state="taken")
    in_plan = taken_items(context["request"], career)

    def button(match):
        section, item = match.groups()
        return (taken if (section, item) in in_plan else new).replace("{section}", section).replace("{item}", item)

    return ITEM.sub(button, html)


def invite(html: str) -> str:
    """A visitor is offered the items that are things to do; the rest of the page stays light: no button, no anchor."""
    button = shape("_item", state="invite").format
    return ITEM.sub("", THING_TO_DO.sub(lambda at: button(section=at[1], item=at[2]), OTHER_ANCHOR.sub("<li>", html)))


@register.simple_tag(takes_context=True)
def plan_item(context, origin, *, offered=False):
    """One of those buttons anew, for htmx to swap in."""
    taken = (origin.section, origin.item) in taken_items(context["request"], origin.career)
    state = ("offered" if offered else "taken") if taken else "new"
    return format_html(shape("_item", state=state, swap=True), section=origin.section, item=origin.item)


@register.simple_tag
def row_tools(kind, row, about, *, first, last):
    """The buttons of one row: up, down, edit, delete. ``about`` begins the id of its words."""
    address = reverse("plans:plan") + ("steps" if kind == "step" else kind) + "/{pk}/"
    return of_row(row, "_row_tools", what=kind, address=address, about=about, first=first, last=last)


@register.simple_tag
def check(step):
    """The box that ticks a step off."""
    return of_row(step, "_check", done=step.done_on is not None)


def of_row(row, name: str, **choices):
    return mark_safe(shape(name, **choices).replace("{pk}", str(row.pk)))  # noqa: S308 — a template's, and a number


@register.inclusion_tag("plans/_save_way.html", takes_context=True)
def save_way(context, way):
    """Save the careers of a way, and what its steps need."""
    return {"way": way, "request": context["request"], "signed_in": signed_in(context), "at": context["at"]}


@register.inclusion_tag("plans/_said.html")
def said_to(plan):
    """What staff noted for the student to read, and the signed-off copies; nothing without a plan."""
    if not isinstance(plan, Plan):
        return {}
    copies = plan.reviews.filter(decision=Decision.APPROVED).defer("document")
    return {"copies": list(copies), "notes": list(plan.staff_notes.shared())}


@register.filter
def day(date):
    """“5 Dec”, with the year where it is another."""
    return date_format(date, "j M" if date.year == timezone.localdate().year else "j M Y")


@register.filter
def offer_of(message):
    """What a message offers: the words on its button and where it posts to. See ``answers.offer``."""
    match (message.extra_tags or "").split():
        case ["offer", view, *address] if view in OFFERS:
            with suppress(NoReverseMatch):
                return {"label": OFFERS[view], "url": reverse(f"plans:{view}", args=address)}
    return None
