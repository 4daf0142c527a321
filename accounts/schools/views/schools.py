"""Which groups somebody looks after, and a whole school for its head of guidance."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import Cohort, Post, School, User
from accounts.schools import actions
from accounts.schools.door import for_staff, school_headed
from accounts.schools.forms import PostForm
from accounts.told import Deed, done_to

STUDENTS = Count("memberships", filter=Q(memberships__until=None, memberships__user__closed_at=None))


@require_safe
@for_staff
def index(request):
    cohorts = Cohort.objects.open().of_staff(request.user).select_related("school").annotate(students=STUDENTS)
    headed = School.objects.headed_by(request.user)
    return render(request, "schools/index.html", {"cohorts": cohorts, "headed": headed})


@require_safe
def school(request, pk):
    school = school_headed(request, pk)
    posts = school.posts.current().select_related("user", "cohort").order_by("cohort__year", "cohort__name", "pk")
    context = {
        "school": school,
        "cohorts": school.cohorts.open().annotate(students=STUDENTS),
        "posts": posts,
        "closed": User.objects.filter(school=school, closed_at__isnull=False).order_by("closed_at"),
    }
    return render(request, "schools/school.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def post_new(request, pk):
    school = school_headed(request, pk)
    form = PostForm(request.POST if request.method == "POST" else None, school=school)
    if form.is_valid() and given(form, school):
        user, cohort = form.cleaned_data["username"], form.cleaned_data["cohort"]
        messages.success(request, f"{user} looks after {cohort} now.")
        return redirect("schools:school", school.pk)
    return render(request, "schools/post_form.html", {"form": form, "school": school})


def given(form, school) -> bool:
    try:
        actions.give_post(user=form.cleaned_data["username"], school=school, cohort=form.cleaned_data["cohort"])
    except actions.Refused as refused:
        form.add_error(None, str(refused))
    return form.is_valid()


@require_POST
def post_end(request, pk):
    """A head ends counsellors' posts; who heads a school is for administrators to say."""
    posts = Post.objects.filter(cohort__in=Cohort.objects.headed_by(request.user))
    post = get_object_or_404(posts.select_related("user", "cohort"), pk=pk)
    if actions.end_posts(posts=Post.objects.filter(pk=post.pk)):
        messages.success(request, f"{post.user} does not look after {post.cohort} any more.")
    return redirect("schools:school", post.school_id)


@require_POST
def reopen(request, pk):
    """For a counsellor of the group the student was in, or the head of the school whose account it is."""
    mine = Q(memberships__cohort__in=Cohort.objects.open().of_staff(request.user), memberships__until=None)
    headed = Q(school__in=School.objects.headed_by(request.user))
    people = User.objects.filter(mine | headed, closed_at__isnull=False, school__isnull=False).distinct()
    user = get_object_or_404(people, pk=pk)
    with transaction.atomic():
        actions.reopen(user=user)
        done_to.tell(request, [user.pk], Deed.REOPENED)
    messages.success(request, f"The account {user.username} is open again.")
    return redirect(where_to(request, user))


def where_to(request, user):
    seen = Cohort.objects.open().of_staff(request.user).filter(memberships__user=user, memberships__until=None)
    cohort = seen.first()
    return redirect("schools:cohort", cohort.pk).url if cohort else redirect("schools:school", user.school_id).url
