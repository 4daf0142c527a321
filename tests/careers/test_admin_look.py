"""The admin obeys the site's policy and wears its colours."""

import re

import pytest
from django.conf import settings

from tests.careers.admin_pages import ADD, LIST, change

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


def test_the_admin_has_the_sites_colours():
    site, admin = (
        dict(TOKEN.findall((settings.BASE_DIR / "static/css" / name).read_text()))
        for name in ("pathways.css", "admin.css")
    )

    assert site
    assert admin == site
