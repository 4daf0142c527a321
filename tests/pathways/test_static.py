import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def collected(settings, tmp_path):
    """The static files as production has them: named by what they hold, and compressed."""
    backend = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": backend}}
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def named_by_templates() -> set[str]:
    templates = [path.read_text() for path in ROOT.glob("templates/**/*.html")]
    return {name for text in templates for name in re.findall(r"{% static ['\"]([^'\"]+)['\"]", text)}


def test_what_the_pages_load_is_named_by_what_it_holds_and_compressed(collected):
    names = named_by_templates()

    assert names
    for name in names:
        file = collected / staticfiles_storage.stored_name(name)
        assert re.search(r"\.[0-9a-f]{12}\.\w+$", file.name)
        assert file.stat().st_size < 500 or file.suffix == ".png" or file.with_name(f"{file.name}.br").exists()
