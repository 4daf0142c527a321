"""What stands in the cells of a comparison: sixty and more a page, for which a template takes five times as long."""

from django import template
from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from careers.comparing.rows import Cell, Row

register = template.Library()


@register.simple_tag
def cells(row: Row, same: bool) -> SafeString:
    """The cells of a row; where all say the same, one that stands for all."""
    if same:
        span = (
            f'<td role="cell" colspan="{len(row.cells)}"><small class="of">All</small>{inside(row.cells[0], row)}</td>'
        )
        return mark_safe(span)  # noqa: S308 — every word in it is escaped
    html = [f'<td role="cell"><b class="of">{escape(cell.of)}</b>{inside(cell, row)}</td>' for cell in row.cells]
    return mark_safe("\n".join(html))  # noqa: S308 — as above


def inside(cell: Cell, row: Row) -> str:
    if not cell.says_something:
        return f'<span class="soft">{escape(row.none)}</span>'
    bar = get_template("careers/compare/_pay.html").render({"bar": cell.bar}) if cell.bar else ""
    words = f"<span>{escape(cell.words)}</span>" if cell.words else ""
    mark = f' <b class="tag strong">{escape(cell.mark)}</b>' if cell.mark else ""
    more = f" <small>{escape(cell.more)}</small>" if cell.more else ""
    items = "".join(f"<li>{escape(item)}</li>" for item in cell.items)
    listed = f"<ul>{items}</ul>" if items else ""
    # The text of a profile, which was cleaned when it was saved.
    text = f'<div class="prose">{cell.html}</div>' if cell.html else ""
    return bar + words + mark + more + listed + text
