"""One settings file. What differs between machines comes from the environment: docs/running.md lists it."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse_lazy

from pathways import env

BASE_DIR = Path(__file__).resolve().parent.parent
DEVELOPMENT_KEY = "only-for-development-never-for-a-school"

# What differs between machines

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = env.text("SECRET_KEY", DEVELOPMENT_KEY if DEBUG else "")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1],testserver" if DEBUG else "")
SITE_ADDRESS = env.text("SITE_ADDRESS", "http://127.0.0.1:8000" if DEBUG else "")
DATABASES = {"default": env.database("DATABASE_URL", "sqlite:///var/pathways.sqlite3", base=BASE_DIR)}
REDIS_URL = env.text("REDIS_URL")
SITE_NAME = env.text("SITE_NAME", "Pathways")
TIME_ZONE = env.zone("TIME_ZONE", "America/New_York")
SIGNUP_OPEN = env.flag("SIGNUP_OPEN", default=True)
HTTPS = env.flag("HTTPS", default=not DEBUG)
HSTS_SECONDS = env.number("HSTS_SECONDS", 31_536_000)
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0 if DEBUG else 1)
EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_PORT = env.number("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=True) and not EMAIL_USE_SSL
EMAIL_TIMEOUT = 10  # seconds: a mail server that hangs must not hold a worker
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", "pathways@localhost")
CONTACT = env.text("CONTACT", "the person who runs this site at your school")

if not DEBUG and SECRET_KEY in {"", DEVELOPMENT_KEY}:
    raise ImproperlyConfigured(
        "SECRET_KEY is missing: set it to 50 or more random characters that only this site knows."
    )
if not DEBUG and not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS is empty: set it to the names this site answers to, such as pathways.example.org."
    )

SITE_ADDRESS = (SITE_ADDRESS or f"http{'s' if HTTPS else ''}://{ALLOWED_HOSTS[0].lstrip('.')}").rstrip("/")

# What the product is

INSTALLED_APPS = [
    "pathways.apps.PathwaysConfig",
    "pathways.apps.PathwaysAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "csp",
    "django_filters",
    "django_htmx",
    "template_partials",
    "lucide",
    "reversion",
    "accounts",
    "careers",
    "plans",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "pathways.policy.policy_middleware",
    "pathways.methods.known_methods_middleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "careers.views.visitors.visitor_pages_middleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.SignedOutMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.person_middleware",
]
if DEBUG:
    MIDDLEWARE.append("pathways.errors.own_not_found_middleware")
ROOT_URLCONF = "pathways.urls"
WSGI_APPLICATION = "pathways.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pathways.context.site",
            ],
            "builtins": ["django.templatetags.static", "lucide.templatetags.lucide"],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "pathways_forms"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

LANGUAGE_CODE = "en-gb"
USE_I18N = False
FORMAT_MODULE_PATH = "pathways.formats"
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = BASE_DIR / "var" / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Limits on guessing are counted here, so the workers must share it: never the memory of one process. Past its size the
# table forgets a third of what it counted: room enough that nobody empties it by trying many names.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "pathways_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

# Who people are

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.Backend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "accounts.hashers.OneTimeHasher",  # only for passwords that we made, and that last a week at most
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = reverse_lazy("plans:plan")
LOGOUT_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = reverse_lazy("careers:home")
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
# Capital and small letters are one user name; an address may be shared in a family, and nobody learns whose it is.
ACCOUNT_PRESERVE_USERNAME_CASING = ACCOUNT_UNIQUE_EMAIL = ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Pupils share computers: signed in until the browser is closed.
ACCOUNT_SESSION_REMEMBER = False
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
ACCOUNT_FORMS = {
    "login": "accounts.forms.LoginForm",
    "signup": "accounts.forms.SignupForm",
    "change_password": "accounts.forms.ChangePasswordForm",
    "reset_password": "accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "accounts.forms.ResetPasswordKeyForm",
    "reauthenticate": "accounts.forms.ReauthenticateForm",
}
# Whoever holds a role beyond the student's, or looks after students, signs in with a code from an app too.
SECOND_FACTOR = not DEBUG
MFA_ADAPTER = "accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {"activate_totp": "accounts.forms.SetUpFactorForm", "authenticate": "accounts.forms.SignInCodeForm"}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # no address is verified here, and none is needed
MFA_TOTP_TOLERANCE = 1  # phones whose clock is half a minute off
# A whole school sits behind one address, so addresses are hardly limited and accounts are.
ACCOUNT_RATE_LIMITS = {
    "login": "600/m/ip",
    "login_failed": "300/m/ip,8/5m/key",
    "signup": "300/m/ip",
    "reset_password": "60/m/ip,5/h/key",
    "change_password": "10/m/user",
    "join": "10/10m/key",
}

# What keeps it safe

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "accounts.views.form_expired"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = HSTS_SECONDS if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = [
    "pathways.uploads.LimitedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Without a mail server nothing is sent; only in development is it printed, for a letter can hold the key to an account.
MAILER = "smtp" if EMAIL_HOST else "console" if DEBUG else "dummy"
SENDS_EMAIL = MAILER != "dummy"
EMAIL_BACKEND = f"django.core.mail.backends.{MAILER}.EmailBackend"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "pathways.logs.Formatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django": {"level": "INFO"}},  # without the handlers Django gives it, which would say all twice
}
