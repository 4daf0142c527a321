from careers.management.official import ImportRelease
from careers.models import Family, Pay
from careers.official import oews, oews_files


class Command(ImportRelease):
    help = (
        "Import pay and employment by place (OEWS): the national, state and metropolitan tables as CSV or workbooks, "
        "the zips they come in, or a folder with several. The kinds of place that are in them are replaced, the "
        "others stay. An older release than the one that is in is refused."
    )
    family = Family.OEWS
    models = (Pay,)
    paths = "+"

    def opened(self, path):
        return oews_files.open_all(path)

    def stated(self, found, *, release, dated):
        return oews_files.stated(found, release=release, dated=dated)

    def tables(self, found, source, progress):
        return oews.put_in(found, source, progress)
