import io

import pytest
from django.core.management import call_command

from tests.careers.official import onet_release


@pytest.fixture
def import_onet(db):
    """The command, and what it prints."""

    def run(path, *options):
        printed = io.StringIO()
        call_command("import_onet", str(path), *options, stdout=printed, stderr=printed, no_color=True)
        return printed.getvalue()

    return run


@pytest.fixture
def release(tmp_path):
    """A release as a folder: in the old layout where nothing is said, a file being left out where it is ``None``."""

    def make(layout=onet_release.OLD, name="db", **changes):
        tables = layout | {f"{file}.txt": table for file, table in changes.items()}
        return onet_release.folder(tmp_path / name, {file: table for file, table in tables.items() if table})

    return make
