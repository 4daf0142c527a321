from careers.admin.career import CareerAdmin
from careers.admin.finding import FindingAdmin
from careers.admin.missed import MissedSearchAdmin
from careers.admin.taxonomy import CareerTypeAdmin, CategoryAdmin

__all__ = ["CareerAdmin", "CareerTypeAdmin", "CategoryAdmin", "FindingAdmin", "MissedSearchAdmin"]
