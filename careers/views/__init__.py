from careers.views.browse import career_list, home
from careers.views.compare import compare
from careers.views.profile import career_detail, career_print
from careers.views.sources import sources

__all__ = ["career_detail", "career_list", "career_print", "compare", "home", "sources"]
