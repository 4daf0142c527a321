from django.urls import path

from accounts.schools.views import cohorts, schools, students, uploads, years

app_name = "schools"
urlpatterns = [
    path("", schools.index, name="index"),
    path("<int:pk>/", schools.school, name="school"),
    path("<int:pk>/groups/new/", cohorts.cohort_new, name="cohort_new"),
    path("<int:pk>/posts/new/", schools.post_new, name="post_new"),
    path("<int:pk>/year/", years.move_up, name="move_up"),
    path("posts/<int:pk>/end/", schools.post_end, name="post_end"),
    path("accounts/<int:pk>/reopen/", schools.reopen, name="reopen"),
    path("groups/<int:pk>/", cohorts.cohort, name="cohort"),
    path("groups/<int:pk>/edit/", cohorts.cohort_edit, name="cohort_edit"),
    path("groups/<int:pk>/close/", cohorts.cohort_close, name="cohort_close"),
    path("groups/<int:pk>/code/", cohorts.cohort_code, name="cohort_code"),
    path("groups/<int:pk>/code/slip/", cohorts.code_slip, name="code_slip"),
    path("groups/<int:pk>/students/", students.students, name="students"),
    path("groups/<int:pk>/students/new/", students.student_new, name="student_new"),
    path("groups/<int:pk>/students/list/", uploads.upload, name="upload"),
    path("groups/<int:pk>/students/list/<str:key>/", uploads.preview, name="preview"),
    path("groups/<int:pk>/slips/<str:key>/", students.slips, name="slips"),
]
