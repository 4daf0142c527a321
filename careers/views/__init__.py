from careers.views.browse import career_list, home
from careers.views.paths import career_paths, ways
from careers.views.profile import career_detail, career_print
from careers.views.sources import sources

__all__ = ["career_detail", "career_list", "career_paths", "career_print", "home", "sources", "ways"]
