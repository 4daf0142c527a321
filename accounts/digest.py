"""No more weekly letters: by the address in each of them, without a sign-in."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from accounts.models import User

SALT = "accounts.digest"


def stop_address(user: User) -> str:
    token = signing.dumps(user.pk, salt=SALT)
    return f"{settings.SITE_ADDRESS}{reverse('accounts:digest_stop', args=[token])}"


def person_of(token: str) -> User:
    try:
        return get_object_or_404(User, pk=signing.loads(token, salt=SALT))
    except signing.BadSignature:
        raise Http404 from None


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def digest_stop(request, token):
    """Opening it asks, posting does it: what scans mail for bad links follows all of them.

    Mail programs post here by themselves (RFC 8058), with no cookie and no token of a form; the signature stands for
    both, and whoever has it can do nothing but this.
    """
    person = person_of(token)
    if request.method == "POST":
        person.wants_digest = False
        person.save(update_fields=["wants_digest"])
    return render(request, "accounts/digest_stop.html", {"stopped": not person.wants_digest})
