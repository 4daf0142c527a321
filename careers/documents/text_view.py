"""The view as text (``.txt``)."""

from careers.documents.document import CareerDocument


def read(text: str) -> CareerDocument:
    raise NotImplementedError
