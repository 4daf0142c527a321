from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse


@login_not_required
def home(request):
    return HttpResponse("home")


career_list = home


@login_not_required
def career_detail(request, slug):
    return HttpResponse(slug)


career_print = career_detail
