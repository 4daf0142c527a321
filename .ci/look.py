"""Look at a running site as a visitor does: every page answers, says what it should, and sets no cookie.

python3 .ci/look.py http://127.0.0.1:8000
"""

import re
import sys
from urllib.error import HTTPError
from urllib.request import urlopen

PAGES = {
    "/": ["Pathways", "Education &amp; Training"],
    "/careers/": ["Library technicians", "Electricians"],
    "/careers/?category=education-training&type=stable-careers": ["Library technicians"],
    "/careers/?q=librar": ["Librarians"],
    "/careers/library-technicians/": ["Library technicians", "How to Get Started", "Key Responsibilities"],
    "/careers/library-technicians/view/": ["Career Counselling/Overview", "Common misconceptions"],
    "/sources/": ["Sources"],
    "/privacy/": ["Privacy"],
    "/accessibility/": ["Accessib"],
    "/robots.txt": ["sitemap.xml"],
    "/sitemap.xml": ["/careers/library-technicians/"],
    "/healthz": ["ok"],
}
FORMS = {"/account/sign-in/": ["csrfmiddlewaretoken"], "/account/sign-up/": ["csrfmiddlewaretoken"]}


def fetch(url: str):
    try:
        response = urlopen(url, timeout=20)
    except HTTPError as error:
        response = error
    with response:
        return response.status, response.headers, response.read().decode()


def faults(site: str, path: str, words: list[str], *, cookie: bool = False):
    status, headers, body = fetch(site + path)
    if status != 200:
        yield f"answers {status}"
    yield from (f"does not say “{word}”" for word in words if word not in body)
    if headers["Set-Cookie"] and not cookie:
        yield "sets a cookie for a visitor"
    if "text/html" in headers["Content-Type"] and "script-src 'self'" not in headers.get("Content-Security-Policy", ""):
        yield "has no content security policy"


def static_files(site: str) -> set[str]:
    """What the home page and a profile load from us."""
    pages = fetch(site + "/")[2] + fetch(site + "/careers/library-technicians/")[2]
    return set(re.findall(r'(?:href|src)="(/static/[^"]+)"', pages))


def main(site: str) -> int:
    found = [f"{path} {fault}" for path, words in PAGES.items() for fault in faults(site, path, words)]
    found += [f"{path} {fault}" for path, words in FORMS.items() for fault in faults(site, path, words, cookie=True)]
    files = static_files(site)
    if not any(path.endswith(".css") for path in files):
        found.append("/ loads no style sheet")
    found += [f"{path} {fault}" for path in files for fault in faults(site, path, [])]
    sys.stdout.write("".join(f"  {fault}\n" for fault in found))
    sys.stdout.write(f"Looked at {len(PAGES) + len(FORMS)} pages and {len(files)} files: {len(found)} faults.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].rstrip("/")))
