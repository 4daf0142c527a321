"""In development Django answers 404 with a page for developers; whoever tries the site should see what students see."""

from django.shortcuts import render


def own_not_found_middleware(get_response):
    def middleware(request):
        response = get_response(request)
        if response.status_code == 404 and b"DEBUG = True" in getattr(response, "content", b""):
            return render(request, "404.html", status=404)
        return response

    return middleware
