from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef

from accounts.models import Post, User


class Backend(AuthenticationBackend):
    """allauth's; the person of each request brings along what every page asks of them, in the one query."""

    def get_user(self, user_id):
        posts = Post.objects.current().filter(user=OuterRef("pk"))
        factors = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
        people = User.objects.annotate(post=Exists(posts), factor=Exists(factors))
        user = people.filter(pk=user_id).first()
        if user is None or not self.user_can_authenticate(user):
            return None
        user.in_post, user.has_second_factor = user.post, user.factor
        return user
