from careers.management.official import ImportRelease
from careers.models import Family, Projection
from careers.official import projections, store
from careers.official.store import Count


class Command(ImportRelease):
    help = (
        "Import the outlook (employment projections) from the official CSV or workbook, or from the tables of the "
        "Occupational Outlook Handbook. It replaces the outlook that is in; an older release than that is refused."
    )
    family = Family.PROJECTIONS
    models = (Projection,)

    def opened(self, path):
        return projections.open_table(path)

    def stated(self, found, *, release, dated):
        return projections.stated(found, release=release, dated=dated)

    def tables(self, found, source, progress):
        count = Count()
        rows = count.counted(progress(found.rows, "Importing projections", len(found.rows)))
        made = projections.projections(found, rows, count)
        yield store.put(made, Projection.objects.all(), source, "Outlook", count)
