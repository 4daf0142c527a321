"""What counsellors say to a plan, and its signed-off copies, for its student."""

from django.urls import path

from plans.views import said

urlpatterns = [
    path("said/reply/", said.reply, name="reply"),
    path("said/<int:pk>/settle/", said.settle, name="said_settle"),
    path("copies/<int:pk>/", said.copy, name="copy"),
]
