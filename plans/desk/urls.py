from django.urls import path, register_converter

from plans.desk import views
from plans.reports import ReportConverter

register_converter(ReportConverter, "report")

app_name = "desk"
urlpatterns = [
    path("", views.caseload, name="caseload"),
    path("needs/", views.needs, name="needs"),
    path("views/", views.view_save, name="view_save"),
    path("views/<int:pk>/remove/", views.view_remove, name="view_remove"),
    path("remind/", views.remind, name="remind"),
    path("assign/", views.assign, name="assign"),
    path("given/", views.given, name="given"),
    path("given/<int:pk>/withdraw/", views.given_withdraw, name="given_withdraw"),
    path("review/", views.queue, name="queue"),
    path("students/<int:pk>/", views.newcomer, name="newcomer"),
    path("plans/<int:pk>/", views.student, name="student"),
    path("plans/<int:pk>/review/", views.review, name="review"),
    path("plans/<int:pk>/comment/", views.comment, name="comment"),
    path("plans/<int:pk>/comments/<int:said>/settle/", views.settle, name="settle"),
    path("plans/<int:pk>/note/", views.note, name="note"),
    path("plans/<int:pk>/given/<int:assignment>/exempt/", views.exempt, name="exempt"),
    path("plans/<int:pk>/asked/<int:requirement>/exempt/", views.exempt_required, name="exempt_required"),
    path("plans/<int:pk>/exemptions/<int:exemption>/end/", views.exemption_end, name="exemption_end"),
    path("reports/", views.reports, name="reports"),
    path("reports/<report:report>/", views.report, name="report"),
    path("reports/<report:report>.csv", views.report_csv, name="report_csv"),
    path("reports/<report:report>.xlsx", views.report_xlsx, name="report_xlsx"),
    path("copies/<int:pk>/", views.copy, name="copy"),
]
