from django.http import HttpResponse


def account(request):
    return HttpResponse("account")


def form_expired(request, reason=""):
    return HttpResponse("expired", status=403)
