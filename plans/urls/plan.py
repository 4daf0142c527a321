"""The plan itself: saved careers and steps."""

from django.urls import path

from plans import views

urlpatterns = [
    path("", views.plan, name="plan"),
    path("save/<slug:slug>/", views.save, name="save"),
    path("take/<slug:slug>/", views.take_item, name="take_item"),
    path("stages/", views.stages, name="stages"),
    path("stages/<slug:rows>/undo/", views.stages_undo, name="stages_undo"),
    path("rule-out/<slug:slug>/", views.rule_out, name="rule_out"),
    path("ruled-out/<int:pk>/undo/", views.ruled_out_undo, name="ruled_out_undo"),
    path("careers/<int:pk>/notes/", views.target_notes, name="target_notes"),
    path("careers/<int:pk>/move/", views.target_move, name="target_move"),
    path("careers/<int:pk>/remove/", views.target_remove, name="target_remove"),
    path("careers/<int:pk>/restore/", views.target_restore, name="target_restore"),
    path("careers/<int:pk>/erase/", views.target_erase, name="target_erase"),
    path("steps/new/", views.step_new, name="step_new"),
    path("steps/<int:pk>/edit/", views.step_edit, name="step_edit"),
    path("steps/<int:pk>/done/", views.step_done, name="step_done"),
    path("steps/<int:pk>/move/", views.step_move, name="step_move"),
    path("steps/<int:pk>/remove/", views.step_remove, name="step_remove"),
    path("steps/<int:pk>/restore/", views.step_restore, name="step_restore"),
    path("steps/<int:pk>/erase/", views.step_erase, name="step_erase"),
]
