from django.conf import settings

from careers.checks import rules
from careers.checks.findings import CHECKS

DOCUMENT = settings.BASE_DIR / "docs" / "content-checks.md"


def test_the_document_lists_every_check_as_it_is():
    rows = [row for row in DOCUMENT.read_text(encoding="utf-8").splitlines() if row.startswith("| `")]
    checks = sorted(CHECKS.values(), key=lambda check: (check.severity, check.key))

    assert rules.__all__
    assert rows == [f"| `{check.key}` | {check.severity.label.lower()} | {check.means} |" for check in checks]
