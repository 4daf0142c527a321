from careers import search
from careers.management.official import ImportRelease
from careers.models import Career, Family
from careers.official import onet
from careers.official.onet.release import stated


class Command(ImportRelease):
    help = (
        "Import a release of the O*NET text database: occupations, titles, job zones, interests, skills, knowledge, "
        "work styles, education, software and related occupations. A newer release takes an older one's place. "
        "Everything goes in or, if anything is wrong, nothing; nothing that an editor wrote is touched."
    )
    family = Family.ONET
    models = onet.MODELS

    def stated(self, found, *, release, dated):
        return stated(found, release=release, dated=dated)

    def tables(self, found, source, progress):
        return onet.tables(found, source, progress)

    def follow(self):
        """Careers are found by O*NET's titles, skills and software, too."""
        search.renew(Career.objects.all())
