"""Imports point one way: plans → accounts, careers. pathways assembles them, and lends them what knows no app."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = {"accounts", "careers", "plans"}
MAY_IMPORT = {"accounts": set(), "careers": set(), "plans": {"accounts", "careers"}}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imports(source: str) -> Iterator[str]:
    """The dotted names a module imports from elsewhere: “from pathways import env” is pathways.env."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def top(name: str) -> str:
    return name.partition(".")[0]


def wrong_arrows(app: str, source: str) -> list[str]:
    return [name for name in imports(source) if top(name) in APPS - {app} - MAY_IMPORT[app]]


def borrowed(source: str) -> list[Path]:
    """The modules of pathways that a module imports."""
    candidates = [ROOT.joinpath(*name.split(".")[:2]).with_suffix(".py") for name in imports(source)]
    return [path for path in candidates if path.parent.name == "pathways" and path.exists()]


@pytest.mark.parametrize("app", sorted(APPS))
def test_an_app_imports_only_what_its_arrows_allow(app):
    found = {path.name: wrong_arrows(app, path.read_text()) for path in modules(app)}

    assert len(found) > 3
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("app", sorted(APPS))
def test_what_an_app_borrows_from_pathways_knows_no_app(app):
    lent = {path for module in modules(app) for path in borrowed(module.read_text())}

    assert [path.name for path in lent for name in imports(path.read_text()) if top(name) in APPS] == []


def test_the_product_imports_no_tests():
    everything = [path for package in (*APPS, "pathways") for path in modules(package)]

    assert [path.name for path in everything for name in imports(path.read_text()) if top(name) == "tests"] == []


@pytest.mark.parametrize(
    ("app", "line"),
    [
        ("careers", "import plans.models"),
        ("careers", "from accounts.models import User"),
        ("careers", "def f():\n    from plans import actions"),
        ("accounts", "from careers import sections"),
        ("accounts", "if True:\n    import plans"),
    ],
)
def test_a_wrong_arrow_is_found(app, line):
    assert wrong_arrows(app, line)


@pytest.mark.parametrize("line", ["from careers.models import Career", "from . import x", "import planstuff"])
def test_a_right_arrow_is_let_be(line):
    assert wrong_arrows("plans", line) == []
