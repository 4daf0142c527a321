"""Lighthouse on a simulated phone, fetched by npm for the length of one run; where it cannot be had, a line says so."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.browser import PROFILE, flags
from tests.bench.report import Row

LIGHTHOUSE = "lighthouse@12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PART = "Lighthouse on a simulated phone"
PAGES = {"Home": "/", "List": "/careers/", "Profile": PROFILE}


def rows(folder: Path, address: str, session: str, runs: int) -> Iterator[Row]:
    program = install(folder)
    if not program:
        yield Row(PART, "missing: npm could not fetch it", 0)
        return
    for name, path in PAGES.items():
        yield from scores(program, name, address + path, CATEGORIES, runs)
    yield from scores(program, "Plan", address + "/plan/", CATEGORIES[:3], runs, cookie=f"sessionid={session}")


def install(folder: Path) -> Path | None:
    """The program, or nothing where npm or the network is missing."""
    if not shutil.which("npm"):
        return None
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder), LIGHTHOUSE]
    try:
        done = subprocess.run(command, capture_output=True, timeout=180)
    except subprocess.TimeoutExpired:
        return None
    return folder / "node_modules" / ".bin" / "lighthouse" if done.returncode == 0 else None


def scores(program: Path, name: str, address: str, categories, runs: int, cookie: str = "") -> Iterator[Row]:
    looks = [look(program, address, categories, cookie) for _ in range(runs)]
    reports = [found for found, _ in looks if found]
    if not reports:
        yield Row(PART, f"{name}, no score", 0, 100, beside=looks[0][1], at_least=True)
        return
    for category in categories:
        score = median(report["categories"][category]["score"] or 0 for report in reports) * 100
        yield Row(PART, f"{name}, {category}", score, 100, beside=faults(reports[0], category), at_least=True)


def look(program: Path, address: str, categories, cookie: str) -> tuple[dict, str]:
    """A report, or none and the reason; once more where the browser lost its trace, as it does now and then."""
    command = [str(program), address, "--quiet", "--output=json", f"--only-categories={','.join(categories)}"]
    command += [f"--chrome-flags=--headless=new {' '.join(flags())}"]
    command += [f"--extra-headers={json.dumps({'Cookie': cookie})}"] if cookie else []
    env = os.environ | {"CHROME_PATH": shutil.which("chromium") or ""}
    for _ in range(3):
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=env)
        if done.returncode == 0:
            return json.loads(done.stdout), ""
    return {}, done.stderr.strip().splitlines()[-1]


def faults(report: dict, category: str) -> str:
    """The audits that cost points, in the first run."""
    weighed = (report["audits"][ref["id"]] for ref in report["categories"][category]["auditRefs"] if ref["weight"])
    return ", ".join(audit["id"] for audit in weighed if audit["score"] is not None and audit["score"] < 0.9)
