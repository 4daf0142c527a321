from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "plans"

    def ready(self):
        from accounts import told
        from plans import access, erasing

        told.done_to.append(access.record_people)
        told.erasing.append(erasing.forget_around)
