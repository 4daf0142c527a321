"""Reads the forms of the admin's pages as a browser would, so that tests post what a person would post."""

from html.parser import HTMLParser

LIST = "/admin/careers/career/"
ADD = f"{LIST}add/"


class FormReader(HTMLParser):
    """The names and values of everything a form would send."""

    def __init__(self, html):
        super().__init__()
        self.values, self.box, self.select = {}, None, None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        at = dict(attributes)
        if tag == "textarea":
            self.box = at["name"]
            self.values[self.box] = ""
        elif tag == "select":
            self.select = at["name"]
        elif tag == "option" and self.select and ("selected" in at or self.select not in self.values):
            self.values[self.select] = at.get("value", "")
        elif tag == "input" and at.get("name"):
            self.take_input(at)

    def take_input(self, at):
        kind, name, value = at.get("type", "text"), at["name"], at.get("value", "")
        if kind == "checkbox":
            self.values.setdefault(name, [])
            self.values[name] += [value] if "checked" in at else []
        elif kind not in {"submit", "radio"} or "checked" in at:
            self.values[name] = value

    def handle_data(self, data):
        if self.box:
            self.values[self.box] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.values[self.box] = self.values[self.box].removeprefix("\n")
            self.box = None
        elif tag == "select":
            self.select = None


def change(career):
    return f"{LIST}{career.pk}/change/"


def fill(client, url, **changes):
    """What the page's form holds, with changes; ``_save`` as the button."""
    values = FormReader(client.get(url).content.decode()).values
    values.pop("csrfmiddlewaretoken", None)
    return values | {"_save": "Save"} | changes


def save(client, url, **changes):
    return client.post(url, fill(client, url, **changes))


def errors(response):
    """The sentences on the fields of a form that came back."""
    assert response.status_code == 200
    return response.context["adminform"].form.errors


def run(client, action, careers, **data):
    """Run one of the list's actions."""
    keys = [career.pk for career in careers]
    return client.post(LIST, {"action": action, "index": 0, "_selected_action": keys} | data, follow=True)


def told(response):
    return [str(message) for message in response.context["messages"]]
