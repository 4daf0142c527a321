from careers.views.browse import career_list, home
from careers.views.compare import compare
from careers.views.interests import interests, interests_result
from careers.views.paths import career_paths, ways
from careers.views.profile import career_detail, career_print
from careers.views.skills import skills
from careers.views.sources import sources
from careers.views.subjects import subject, subjects
from careers.views.suggestions import suggestions

__all__ = [
    "career_detail",
    "career_list",
    "career_paths",
    "career_print",
    "compare",
    "home",
    "interests",
    "interests_result",
    "skills",
    "sources",
    "subject",
    "subjects",
    "suggestions",
    "ways",
]
