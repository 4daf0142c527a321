"""The admin obeys the site's policy and wears its colours."""

import re

import pytest
from django.conf import settings

from tests.careers.admin_pages import ADD, LIST, change, save
from tests.factories import with_role

INLINE = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:", re.IGNORECASE)
TOKEN = re.compile(
    r"^ +(--(?:ink|ink-soft|paper|card|line|edge|on-solid|bad|bad-tint|good|sun|tint|tone|solid)): (.+);$", re.M
)


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/careers/",
        LIST,
        f"{LIST}?q=x&status=draft",
        ADD,
        f"{LIST}recover/",
        "/admin/careers/category/",
    ],
)
def test_a_page_of_the_admin_holds_nothing_inline(as_editor, technicians, path):
    page = as_editor.get(path)

    assert not INLINE.findall(page.content.decode())
    assert "unsafe" not in page["Content-Security-Policy"]


@pytest.mark.parametrize("rest", ["change/", "history/", "delete/"])
def test_a_page_of_one_career_holds_nothing_inline(as_editor, technicians, rest):
    page = as_editor.get(change(technicians).replace("change/", rest)).content.decode()

    assert not INLINE.findall(page)


@pytest.mark.parametrize(
    ("path", "crumbs"),
    [
        (LIST, "Home › Careers"),
        (ADD, "Home › Careers › Add"),
        ("change/", "Home › Careers › Library technicians"),
        ("history/", "Home › Careers › Library technicians › History"),
        ("delete/", "Home › Careers › Library technicians › Delete"),
    ],
)
def test_the_way_to_a_page_names_each_step_once(as_editor, technicians, path, crumbs):
    url = path if path.startswith("/") else change(technicians).replace("change/", path)
    page = as_editor.get(url).content.decode()

    trail = re.search(r'<div class="breadcrumbs">(.*?)</div>', page, re.S)[1].replace("&rsaquo;", "›")
    assert " ".join(re.sub(r"<[^>]+>", " ", trail).split()) == crumbs


@pytest.mark.parametrize(("role", "title"), [("editor", "Content"), ("administrator", "Content and people")])
def test_the_front_page_is_named_by_what_one_sees_there(client, roles, role, title):
    client.force_login(with_role(role))

    assert f"<h1>{title}</h1>" in client.get("/admin/").content.decode()


def test_the_admin_has_the_sites_colours():
    site, admin = (
        dict(TOKEN.findall((settings.BASE_DIR / "static/css" / name).read_text()))
        for name in ("pathways.css", "admin.css")
    )

    assert site
    assert admin == site


@pytest.mark.parametrize("path", [LIST, "history/", "recover/"])
def test_every_time_in_the_admin_is_written_the_same_way(as_editor, technicians, path):
    save(as_editor, change(technicians), summary="New.")
    if path == "recover/":
        as_editor.post(change(technicians).replace("change/", "delete/"), {"post": "yes"})
    pages = {"history/": change(technicians).replace("change/", path), "recover/": f"{LIST}recover/"}

    page = as_editor.get(pages.get(path, path)).content.decode()

    assert re.search(r">\s*\d{1,2} [A-Z][a-z]{2} 20\d\d, \d\d:\d\d\s*<", page)
    assert not re.search(r"\d [ap]\.m\.", page)
