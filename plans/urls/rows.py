"""What a plan holds beside careers and steps, what shows that it was done, and what is said about it."""

from django.urls import path

from plans.views import drafts, files, needs, page, rows, saying

urlpatterns = [
    path("goals/", page.goals, name="goals"),
    path("timeline/", page.timeline, name="timeline"),
    path("needs/", needs.needs, name="needs"),
    path("send/", page.send, name="send"),
    path("take-back/", page.take_back, name="take_back"),
    path("confirm/", page.confirm, name="confirm"),
    path("say/", saying.say, name="say"),
    path("say/<uuid:anchor>/", saying.say, name="say"),
    path("said/<int:pk>/settle/", saying.settle, name="settle"),
    path("files/<int:pk>/", files.file, name="file"),
    path("files/<int:pk>/remove/", files.file_remove, name="file_remove"),
    path("files/<int:pk>/restore/", files.file_restore, name="file_restore"),
    path("files/<int:pk>/erase/", files.file_erase, name="file_erase"),
    path("drafts/", drafts.draft_keep, name="draft_keep"),
    path("drafts/<int:pk>/erase/", drafts.draft_erase, name="draft_erase"),
    path("<kind:kind>/new/", rows.row_new, name="row_new"),
    path("<kind:kind>/<int:pk>/edit/", rows.row_edit, name="row_edit"),
    path("<kind:kind>/<int:pk>/move/", rows.row_move, name="row_move"),
    path("<kind:kind>/<int:pk>/remove/", rows.row_remove, name="row_remove"),
    path("<kind:kind>/<int:pk>/restore/", rows.row_restore, name="row_restore"),
    path("<kind:kind>/<int:pk>/erase/", rows.row_erase, name="row_erase"),
]
