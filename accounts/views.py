from allauth.account import views as allauth
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import actions, typed
from accounts.forms import DeleteForm, DetailsForm, StateForm
from accounts.held import held_about
from accounts.middleware import go
from accounts.models import Post, User


@require_safe
def account(request):
    membership = request.user.memberships.current().select_related("cohort__school").first()
    posts = Post.objects.seeing(membership.cohort).select_related("user") if membership else []
    return render(request, "accounts/account.html", {"membership": membership, "posts": posts})


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def details(request):
    # A row of its own: a form that does not fit must not change the name at the top of the page.
    person = User.objects.get(pk=request.user.pk)
    form = DetailsForm(request.POST if request.method == "POST" else None, instance=person)
    if form.is_valid():
        form.save()
        messages.success(request, "Your details are saved.")
        return redirect("accounts:account")
    return render(request, "accounts/details.html", {"form": form})


@require_POST
def remember_state(request):
    """From a career page, and back to it."""
    form = StateForm(request.POST, instance=User.objects.get(pk=request.user.pk))
    if form.is_valid():
        person = form.save()
        messages.success(request, f"{person.get_state_display() or 'No state'} is remembered.")
    else:
        messages.error(request, " ".join(form.errors["state"]))
    then = request.POST.get("next", "")
    return redirect(then if typed.own_path(then) else "accounts:account")


@require_safe
def download(request):
    """Everything held about me, as a file."""
    return JsonResponse(
        held_about(request.user),
        json_dumps_params={"indent": 2, "ensure_ascii": False},
        headers={"Content-Disposition": 'attachment; filename="my-account.json"'},
    )


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request):
    form = DeleteForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_valid() and (then := ended(request.user, form)):
        logout(request)
        return redirect(then)
    is_held = User.objects.held().filter(pk=request.user.pk).exists()
    return render(request, "accounts/delete.html", {"form": form, "is_held": is_held})


def ended(user, form) -> str | None:
    """The page that says what became of it; None where the account cannot go."""
    try:
        erased = actions.end_account(user=user)
    except ValidationError as error:
        form.add_error(None, error)
        return None
    return reverse("accounts:deleted") + ("" if erased else "?closed=1")


@login_not_required
@require_safe
def after_deletion(request):
    if request.user.is_authenticated:
        return redirect("accounts:account")
    return render(request, "accounts/deleted.html")


@require_safe
def unsaved(request, key):
    """What was typed into a form that could not be saved, ready to be sent again."""
    form = typed.recall(request, key)
    if form is None or not typed.own_path(form.action):
        raise Http404
    return render(request, "form_expired.html", {"typed": form})


@login_not_required
def form_expired(request, reason=""):
    """A form with a token that no longer holds. What was typed is shown, to be sent again by the person's own press."""
    form = typed.read(request)
    if request.method != "POST" or not typed.from_our_page(request) or not typed.own_path(form.action):
        return render(request, "form_expired.html", {"foreign": True}, status=403)
    key = typed.keep(request, form) if request.htmx and request.user.is_authenticated else None
    if key:
        return go(request, typed.address(key))
    return render(request, "form_expired.html", {"typed": form}, status=403)


class SignupView(allauth.SignupView):
    def form_valid(self, form):
        """Two people may send one user name at the same moment: the database says who was first."""
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except IntegrityError:
            form.add_error("username", get_adapter().error_messages["username_taken"])
            return self.form_invalid(form)


@login_not_required
def password_reset(request):
    """By e-mail, where the site can send any."""
    if not settings.SENDS_EMAIL:
        return render(request, "account/password_reset_by_hand.html")
    return allauth.password_reset(request)
