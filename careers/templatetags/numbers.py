"""Numbers as people read them."""

from django import template

register = template.Library()


@register.filter
def thousands(number: int) -> str:
    """78,600"""
    return f"{number:,}"


@register.filter
def size(number: int) -> int:
    """Without its sign: the words say which way it goes."""
    return abs(number)
