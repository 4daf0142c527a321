from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from careers.models import Career


class PageSitemap(Sitemap):
    def items(self):
        ways_in = ["careers:home", "careers:list", "careers:interests", "careers:subjects", "careers:skills"]
        return [*ways_in, "careers:ways", "careers:compare", "careers:sources", "privacy", "accessibility"]

    def location(self, item):
        return reverse(item)


class CareerSitemap(Sitemap):
    def items(self):
        return Career.objects.published().only("slug", "changed_at")

    def lastmod(self, item):
        return item.changed_at


SITEMAPS = {"pages": PageSitemap, "careers": CareerSitemap}
