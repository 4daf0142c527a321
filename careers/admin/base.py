"""What the admin of all content shares: saved through the actions, kept in revisions, brought back one by one."""

from contextlib import contextmanager

from django.contrib import admin
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.text import capfirst
from reversion.admin import VersionAdmin

from careers import history

MOST_WORDS = 12
LONGEST_WORD = 60


class ContentAdmin(VersionAdmin):
    history_latest_first = True
    change_list_template = "admin/careers/change_list.html"
    change_form_template = "admin/careers/content_form.html"
    object_history_template = "admin/careers/history.html"
    revision_form_template = "admin/careers/revision_form.html"
    recover_form_template = "admin/careers/recover_form.html"
    recover_list_template = "admin/careers/recover_list.html"
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False

    def save(self, request, obj, form):
        raise NotImplementedError

    def get_search_results(self, request, queryset, search_term):
        """As many words as people type: a database has its limits."""
        words = search_term.split()[:MOST_WORDS]
        return super().get_search_results(request, queryset, " ".join(word[:LONGEST_WORD] for word in words))

    @contextmanager
    def create_revision(self, request):
        """Only for what changes something: a revision is a transaction, and takes the database's lock."""
        if request.method == "POST":
            with super().create_revision(request):
                yield
        else:
            yield

    def changelist_view(self, request, extra_context=None):
        """Actions record their own revisions, so the list is Django's own, not the one wrapped in a revision."""
        if any("\0" in value for value in request.GET.values()):
            return HttpResponseRedirect(request.path)
        context = {
            "title": capfirst(self.opts.verbose_name_plural),
            "has_change_permission": self.has_change_permission(request),
        } | (extra_context or {})
        return super(VersionAdmin, self).changelist_view(request, context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if request.method == "POST" and (obj := self.get_object(request, unquote(object_id))):
            history.remember(obj)
        return super().change_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        """What changes nothing is not saved: no revision, no new content version."""
        if not change or form.has_changed() or self.is_restoring(request):
            self.save(request, obj, form)

    def response_change(self, request, obj):
        if not self.is_restoring(request):
            return super().response_change(request, obj)
        self.message_user(request, f"“{obj}” is back as it was.")
        return HttpResponseRedirect(reverse(admin_urlname(self.opts, "change"), args=[obj.pk]))

    def log_change(self, request, obj, message):
        return super().log_change(request, obj, message) if message or self.is_restoring(request) else None

    # Former versions

    def history_view(self, request, object_id, extra_context=None):
        refuse_no_number(object_id)
        return super().history_view(request, object_id, extra_context)

    def revision_view(self, request, object_id, version_id, extra_context=None):
        refuse_no_number(object_id)
        return super().revision_view(request, object_id, version_id, extra_context)

    @staticmethod
    def is_restoring(request):
        return getattr(request, "restored", None) is not None

    def _reversion_revisionform_view(self, request, version, template_name, extra_context=None):
        """Only versions of this model, and only this one object of what the revision holds."""
        if version.content_type.model_class() is not self.model:
            raise Http404
        if not self.has_change_permission(request):
            raise PermissionDenied
        request.restored = version
        request.standing = self.model.objects.filter(pk=version.object_id).first()
        version.revision.revert = lambda delete: history.restore(version)
        return super()._reversion_revisionform_view(request, version, template_name, extra_context)


def refuse_no_number(object_id):
    """Versions are looked for by text, and PostgreSQL takes no NUL in it."""
    if not unquote(object_id).isascii() or not unquote(object_id).isdigit():
        raise Http404
