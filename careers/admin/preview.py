"""What a text will look like, without saving anything."""

from django.core.exceptions import ValidationError
from django.shortcuts import render

from careers import markdown
from careers.fields import MarkdownField
from careers.sections import BY_KEY, IN_CHAPTERS, TEXTS


def preview(request, context):
    """One text (``only``: its key) or all of them, as a page; a script gets the part to put under the box."""
    only = request.POST.get("only")
    entries = [entry for entry in TEXTS if entry.key == only] or TEXTS
    parts = {entry.key: shown(entry, request.POST.get(f"section_{entry.key}", "")) for entry in entries}
    if request.headers.get("X-Requested-With") == "fetch":
        return render(request, "admin/careers/_preview.html", parts[entries[0].key])
    chapters = [
        (chapter, [(entry, parts[entry.key]) for entry in in_chapter if entry.key in parts])
        for chapter, in_chapter in IN_CHAPTERS
    ]
    name = BY_KEY[only].label if len(entries) == 1 else request.POST.get("title", "")[:120]
    title = f"Preview of {name or 'a new career'}"
    return render(request, "admin/careers/preview.html", context | {"title": title, "chapters": chapters})


def shown(entry, text):
    """The HTML of a text, or what is wrong with it."""
    try:
        return {"html": markdown.render(MarkdownField(entry).clean(text), entry).html}
    except ValidationError as error:
        return {"problems": error.messages}
