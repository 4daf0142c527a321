"""Form fields for what a career holds beside plain values: a text in Markdown, a list of words, a few rows."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse_lazy
from django.utils.text import Truncator

from careers import markdown
from careers.sections import Entry, Kind

LONGEST_TEXT = 20_000
MOST_ITEMS = 300
ITEM = re.compile(r"^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:\s|$)", re.MULTILINE)


class ProjectTemplate:
    """A widget whose template stands in the project's templates, where forms do not look by themselves."""

    def _render(self, template_name, context, renderer=None):
        return render_to_string(template_name, context)


class MarkdownWidget(ProjectTemplate, forms.Textarea):
    template_name = "admin/widgets/markdown.html"

    def __init__(self, entry: Entry):
        super().__init__({"rows": 6})
        self.entry = entry

    def get_context(self, name, value, attrs):
        preview = reverse_lazy("admin:careers_career_preview")
        return super().get_context(name, value, attrs) | {"entry": self.entry, "preview_url": preview}


class MarkdownField(forms.CharField):
    """One of the 26 texts, under its exact label."""

    def __init__(self, entry: Entry):
        super().__init__(
            label=entry.label,
            help_text=help_of(entry),
            required=False,
            max_length=LONGEST_TEXT,
            widget=MarkdownWidget(entry),
        )

    def to_python(self, value):
        return super().to_python("\n".join((value or "").splitlines()))

    def clean(self, value):
        value = super().clean(value)
        if markdown.deepest(value) > markdown.DEEPEST:
            raise ValidationError(f"Lists or quotes are nested more than {markdown.DEEPEST} deep: make them flatter.")
        if len(ITEM.findall(value)) > MOST_ITEMS:
            raise ValidationError(f"A text may hold {MOST_ITEMS} list items; this one has more.")
        return value


def help_of(entry: Entry) -> str:
    """What it should say, and the marks to write it with."""
    marks = {Kind.PROSE: "", Kind.PAIRS: ""}.get(entry.kind, " One item a line, each beginning with “1. ” or “- ”.")
    return entry.help + marks


class WordsField(forms.CharField):
    """A list of short texts, written in one box with ``between`` between them."""

    def __init__(self, *, between: str, longest: int, most: int, pattern: str = "", wrong: str = "", **kwargs):
        kwargs.setdefault("widget", forms.Textarea({"rows": 5}) if between == "\n" else forms.TextInput)
        super().__init__(required=False, max_length=(longest + 2) * most, **kwargs)
        self.between, self.longest, self.most, self.pattern, self.wrong = between, longest, most, pattern, wrong

    def clean(self, value):
        words = self.words(super().clean(value))
        if len(words) > self.most:
            raise ValidationError(f"List {self.most} at the most; these are {len(words)}.")
        for word in words:
            if self.pattern and not re.fullmatch(self.pattern, word):
                raise ValidationError(f"“{Truncator(word).chars(40)}”: {self.wrong}")
            if len(word) > self.longest:
                raise ValidationError(f"“{Truncator(word).chars(40)}” is longer than {self.longest} characters.")
        return words

    def words(self, text: str) -> list[str]:
        parts = text.splitlines() if self.between == "\n" else text.split(self.between)
        return list(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))

    def prepare_value(self, value):
        joint = "\n" if self.between == "\n" else f"{self.between} "
        return joint.join(map(str, value)) if isinstance(value, list) else value

    def has_changed(self, initial, data):
        return list(initial or []) != self.words(data or "")


@dataclass(frozen=True)
class Column:
    """``needed``: a row without it is refused. ``suggestions``: (value, label) pairs to choose from, free to ignore."""

    name: str
    label: str
    longest: int
    needed: str = ""
    suggestions: Callable[[], Iterable[tuple[str, str]]] | None = None


class RowsWidget(ProjectTemplate, forms.Widget):
    template_name = "admin/widgets/rows.html"
    spare = 2

    def __init__(self, columns: tuple[Column, ...]):
        super().__init__()
        self.columns = columns

    def get_context(self, name, value, attrs):
        rows = [*(value or []), *[{}] * self.spare]
        lists = {column.name: list(column.suggestions()) for column in self.columns if column.suggestions}
        cells = [
            [
                (column, f"{name}-{place}-{column.name}", row.get(column.name, ""), column.name in lists)
                for column in self.columns
            ]
            for place, row in enumerate(rows)
        ]
        return super().get_context(name, None, attrs) | {"rows": cells, "lists": lists}

    def as_data(self, name, rows):
        """These rows as a browser would send them."""
        return {
            f"{name}-{place}-{column.name}": row.get(column.name, "")
            for place, row in enumerate(rows)
            for column in self.columns
        }

    def value_from_datadict(self, data, files, name):
        rows = []
        while any(f"{name}-{len(rows)}-{column.name}" in data for column in self.columns):
            rows.append({column.name: data.get(f"{name}-{len(rows)}-{column.name}", "") for column in self.columns})
        return rows

    def value_omitted_from_data(self, data, files, name):
        return not self.value_from_datadict(data, files, name)

    def id_for_label(self, id_):
        return ""


class AcceptedWidget(RowsWidget):
    """Rows of accepted findings, and those a reason is typed for beside the finding itself."""

    beside = "accept:"

    def value_from_datadict(self, data, files, name):
        rows = super().value_from_datadict(data, files, name)
        typed = {key.removeprefix(self.beside): data[key] for key in data if key.startswith(self.beside)}
        new = [{"check": check, "reason": reason} for check, reason in typed.items() if reason.strip()]
        return rows + [row for row in new if row not in rows]


class RowsField(forms.Field):
    """A few rows of short texts: a list of dictionaries, one a row that says something."""

    def __init__(self, *columns: Column, most: int = 20, rows: type[RowsWidget] = RowsWidget, **kwargs):
        super().__init__(required=False, widget=rows(columns), **kwargs)
        self.columns, self.most = columns, most

    def prepare_value(self, value):
        return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []

    def clean(self, value):
        rows = [(place, row) for place, row in enumerate(value or [], start=1) if any(map(str.strip, row.values()))]
        if len(rows) > self.most:
            raise ValidationError(f"List {self.most} at the most; these are {len(rows)}.")
        problems, cleaned = [], []
        for place, row in rows:
            cells = {column.name: self.clean_cell(column, row[column.name], place, problems) for column in self.columns}
            cleaned.append(cells)
        if problems:
            raise ValidationError(problems)
        return cleaned

    def clean_cell(self, column: Column, text: str, place: int, problems: list[str]) -> str:
        try:
            text = forms.CharField(required=False, max_length=column.longest).clean(text)
        except ValidationError as error:
            problems.extend(f"Row {place}, {column.label}: {message}" for message in error.messages)
        if column.needed and not text.strip():
            problems.append(f"Row {place}: {column.needed}")
        return text

    def has_changed(self, initial, data):
        said = [
            {key: text.strip() for key, text in row.items()} for row in data or [] if any(map(str.strip, row.values()))
        ]
        return self.prepare_value(initial or []) != said
