"""What holds for the files of the repository, whatever they say."""

import re
import subprocess
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
# Put together here, so that this file names none of them either.
REGISTRIES = [
    ".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"))
]
REGISTRIES += [".".join(parts) for parts in (("deb", "debian", "org"), ("proxy", "golang", "org"), ("crates", "io"))]
MACHINE_PATH = re.compile(r"(?<![\w.})-])/(?:work|root|home|Users|tmp)/\w")
INLINE = re.compile(
    r"""<style\b
      | <script\b(?![^>]*\bsrc=)(?![^>]*\btype="application/(?:ld\+)?json")
      | <[^>]*\sstyle\s*=
      | <[^>]*\s(?:on[a-z]+|hx-on[:a-z-]*)\s*=
      | javascript:
    """,
    re.VERBOSE | re.IGNORECASE,
)


def files() -> list[Path]:
    """What is in the repository, or would be with the next commit."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def texts(*suffixes: str) -> dict[str, str]:
    wanted = [path for path in files() if not suffixes or path.suffix in suffixes]
    return {str(path.relative_to(ROOT)): path.read_text(errors="replace") for path in wanted}


def hits(pattern: re.Pattern, found: dict[str, str]) -> list[str]:
    return [f"{name}: {hit.group()}" for name, text in found.items() for hit in pattern.finditer(text)]


def test_no_file_is_larger_than_a_megabyte():
    assert [path.name for path in files() if path.stat().st_size > 1_000_000] == []


def test_no_picture_is_larger_than_300_kilobytes():
    assert [path.name for path in files() if path.suffix == ".png" and path.stat().st_size > 300_000] == []


def test_no_file_names_the_host_of_a_package_registry():
    assert hits(re.compile("|".join(map(re.escape, REGISTRIES))), texts()) == []


def test_no_file_holds_a_path_of_somebodys_machine():
    assert hits(MACHINE_PATH, texts()) == []


@pytest.mark.parametrize("text", ["cd /{}/x", '"/{}/pathways"', "sqlite:////{}/x", "see /{}/anna."])
@pytest.mark.parametrize("folder", ["home", "root", "work"])
def test_a_path_of_a_machine_is_found(text, folder):
    assert MACHINE_PATH.search(text.format(folder))


def test_no_template_holds_an_inline_style_script_or_handler():
    templates = texts(".html")

    assert len(templates) > 5
    assert hits(INLINE, templates) == []


@pytest.mark.parametrize(
    "html",
    [
        "<style>",
        '<script nonce="x">',
        '<p class="a"\n style="color:red">',
        '<a onclick = "x()">',
        '<div hx-on:click="x()">',
        '<div hx-on::after-request="x()">',
        '<a href="javascript:x()">',
    ],
)
def test_an_inline_style_script_or_handler_is_found(html):
    assert INLINE.search(html)


@pytest.mark.parametrize(
    "html",
    ['<script src="x.js" defer></script>', '<script type="application/json">', '<p data-on="x">', "<b>one = 1</b>"],
)
def test_what_the_policy_allows_is_let_be(html):
    assert not INLINE.search(html)


def test_every_link_between_documents_leads_somewhere():
    pattern = re.compile(r"""\]\((?!https?:|\#)([^)\#\s]+) | (?:src|srcset)="([^"]+)" """, re.VERBOSE)
    documents = {name: text for name, text in texts(".md").items() if not name.startswith("seeds/")}
    links = [(name, "".join(groups)) for name, text in documents.items() for groups in pattern.findall(text)]

    assert len(links) > 10
    assert [link for link in links if not (ROOT / link[0]).parent.joinpath(link[1]).exists()] == []


def dependencies() -> tuple[list[str], list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return project["project"]["dependencies"], project["dependency-groups"]["test"]


@pytest.mark.parametrize("dependency", [*dependencies()[0], *dependencies()[1]])
def test_every_dependency_says_why_it_is_here(dependency):
    assert re.search(rf'^\s*"{re.escape(dependency)}",\s+# \w.+', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)


def pinned(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([^ ;\\]+)", (ROOT / "requirements" / lock).read_text(), re.MULTILINE))


def test_the_locks_hold_what_pyproject_asks_for():
    run, test = dependencies()

    for lock, wanted in (("run.txt", run), ("test.txt", run + test)):
        pins = pinned(lock)
        requirements = [Requirement(line) for line in wanted]
        assert [str(want) for want in requirements if not want.specifier.contains(pins.get(want.name, "0"))] == []


def test_the_two_locks_agree_and_every_pin_has_its_hash():
    assert pinned("run.txt").items() <= pinned("test.txt").items()
    for lock in ("run.txt", "test.txt"):
        pins = re.split(r"^(?=[\w.-]+==)", (ROOT / "requirements" / lock).read_text(), flags=re.MULTILINE)[1:]
        assert [pin for pin in pins if "--hash=sha256:" not in pin] == []


def test_these_tests_run_with_the_locked_packages():
    assert {name: version(name) for name in ("django", "django-allauth", "pytest")} == {
        name: str(Version(pinned("test.txt")[name])) for name in ("django", "django-allauth", "pytest")
    }
