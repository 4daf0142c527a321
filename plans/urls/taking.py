"""Taking a plan along, bringing it in, sharing it, and who looked."""

from django.urls import path

from plans.views import bringing, calendar, looked, sharing, taking

urlpatterns = [
    path("take-along/", taking.take_along, name="take_along"),
    path("take-along/plan.json", taking.take_json, name="take_json"),
    path("take-along/plan.html", taking.take_page, name="take_page"),
    path("take-along/plan.pdf", taking.take_pdf, name="take_pdf"),
    path("take-along/plan.ics", taking.take_calendar, name="take_calendar"),
    path("print/", taking.print_view, name="print"),
    path("bring/", bringing.bring, name="bring"),
    path("calendar/", calendar.feed_change, name="feed_change"),
    path("calendar/<slug:secret>.ics", calendar.calendar, name="calendar"),
    path("links/", sharing.links, name="links"),
    path("links/<int:pk>/revoke/", sharing.link_revoke, name="link_revoke"),
    path("looked/", looked.looked, name="looked"),
]
