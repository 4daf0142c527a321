from careers.views.browse import career_list, home
from careers.views.profile import career_detail, career_print
from careers.views.sources import sources
from careers.views.suggestions import suggestions

__all__ = ["career_detail", "career_list", "career_print", "home", "sources", "suggestions"]
