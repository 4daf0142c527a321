"""How much a request may upload: what is more is read off the wire and dropped, and never written anywhere."""

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

MOST = 10 * 2**20  # bytes a request


def too_large(request) -> bool:
    """Whether a file of this request was dropped; its body is read first, where it was not yet."""
    return bool(request.FILES is not None and getattr(request, "dropped_files", ()))


class LimitedUpload(FileUploadHandler):
    """The first of FILE_UPLOAD_HANDLERS. The fields of dropped files are in ``request.dropped_files``."""

    def __init__(self, request=None):
        super().__init__(request)
        self.seen = 0
        if request is not None:
            request.dropped_files = []

    def new_file(self, field_name, *args, **kwargs):
        super().new_file(field_name, *args, **kwargs)
        if self.seen > MOST:
            self.drop()

    def receive_data_chunk(self, raw_data, start):
        self.seen += len(raw_data)
        if self.seen > MOST:
            self.drop()
        return raw_data

    def drop(self):
        self.request.dropped_files.append(self.field_name)
        raise SkipFile

    def file_complete(self, file_size):
        return None
