"""Which category an occupation is drafted into.

A category states the SOC major groups that it covers. Where a major group is spread over several fields of work,
``PLACES`` says which part of it goes where: the longest beginning of a code counts.
"""

from collections.abc import Iterable

from careers.models import Category

PLACES = {
    "agriculture-animals-environment": (
        "11-9013 13-1074 19-1011 19-1012 19-1013 19-1031 19-1032 19-4012 19-4071 29-1131 29-2056 31-9096 33-3031 "
        "37-1012 37-2021 37-3 39-2"
    ),
    "architecture-construction": "11-9021 17-1 17-3011 17-3031",
    "computing-digital-technology": "11-3021 15-2051",
    "education-training": "11-3131 11-9031 11-9032 11-9033 11-9039 13-1151 21-1012 43-4121",
    "finance-insurance": (
        "11-3031 13-1031 13-1032 13-2 15-2011 41-3021 41-3031 43-3 43-4011 43-4041 43-4131 43-4141 43-9041"
    ),
    "government-public-service": (
        "11-1031 11-9131 13-1041 13-2081 19-3051 19-3094 43-4031 43-5051 43-5052 43-5053"
    ),
    "health-medicine": "11-9111 19-1041 19-1042 19-303 43-6013 51-9081 51-9082 51-9083",
    "hospitality-food-tourism": (
        "11-9051 11-9071 11-9072 11-9081 13-1121 39-1013 39-1014 39-3 39-6 39-7 41-3041 43-4081 43-4181 51-3"
    ),
    "human-community-services": "11-9151 11-9171 39-1022 39-4 39-5 39-9 43-4061",
    "law-safety-defence": "11-9161 19-4092 21-1092 43-5031 43-6012",
    "manufacturing-repair": "11-3051",
    "sales-marketing": "11-2 13-1161 27-3031",
    "science-engineering-energy": "11-9041 11-9121 15-2 47-2231 47-5 49-9081 51-8",
    "transport-logistics": "11-3071 13-1081 43-5",
}  # fmt: skip
BY_BEGINNING = {beginning: slug for slug, beginnings in PLACES.items() for beginning in beginnings.split()}
LONGEST = max(map(len, BY_BEGINNING))


def category_of(code: str, categories: Iterable[Category]) -> Category | None:
    """As ``PLACES`` says, where this site has that category; else the first one that covers the major group."""
    by_slug = {category.slug: category for category in categories}
    for length in range(LONGEST, 0, -1):
        slug = BY_BEGINNING.get(code[:length], "")
        if slug in by_slug:
            return by_slug[slug]
    major = f"{code[:2]}-0000"
    return next((each for each in by_slug.values() if major in each.soc_major_groups), None)
