"""Other careers and organisations: those a profile names must be there, and its sentences its own."""

import re
from collections import defaultdict
from collections.abc import Iterator

from careers.checks.findings import Context, Note, Place, check
from careers.checks.texts import Block, Profile
from careers.models import Severity

CAPITAL = re.compile(r"[A-Z0-9][\w&’'.-]*")
NAME_END = re.compile(r"\s[–—-]\s|[.:;(]\s|[.:;(]$")
MOST_SHOWN = 4
KIND_WORDS = (
    "a academic agency agencies and any archive archives area bank banks big business businesses care center centers "
    "centre centres city clinic clinics college colleges community company companies consortia consultancies "
    "contractor contractors corporate corporation corporations council councils county department departments digital "
    "district districts employer employers factory factories family farm farms federal firm firms for from general "
    "government governments group groups health healthcare hospital hospitals hotel hotels in independent industry "
    "institution institutions international it large law libraries library local manufacturer manufacturers media "
    "medical military museum museums national near network networks non-profit nonprofit nonprofits nursing of office "
    "offices online or organisation organisations organization organizations other police practice practices private "
    "provider providers public publishers regional research resource restaurant restaurants retail retailers school "
    "schools self-employment service services shop shops small software special specialist start-ups startups state "
    "states store stores studio studios system systems team teams tech technology the trade training transport "
    "universities university utilities utility various vendors with workshop workshops you your zoo zoos"
)
KINDS = frozenset(KIND_WORDS.split())


@check("companies-unnamed", Severity.ERROR, "“Top Companies” names not one organisation.")
def companies_unnamed(profile: Profile, context: Context) -> Iterator[Note]:
    text = profile.texts.get("companies")
    if text is None:
        return
    blocks = [item for items in text.lists for item in items] or text.blocks
    if not any(named(block) for block in blocks):
        listed = "; ".join(block.text for block in blocks[:MOST_SHOWN])
        yield Note("“Top Companies” names not one organisation.", (Place("companies", listed),))


def named(block: Block) -> bool:
    """Whether an item begins with a name, or a paragraph holds one: a capital that is not its first word's alone."""
    name = block.bold or NAME_END.split(block.text, maxsplit=1)[0]
    words = name.split() if len(name.split()) <= 12 else block.text.split()
    capitals = [word.strip(".,:;()’'") for word in words if CAPITAL.match(word)]
    proper = [word for word in capitals if word.casefold() not in KINDS]
    if proper and proper[0] == words[0].strip(".,:;()’'") and len(capitals) == 1 and len(words) > 1:
        return not proper[0][1:].islower()
    return bool(proper)


@check("link-missing", Severity.WARNING, "“Leads to” names a career that the portal does not have.")
def link_missing(profile: Profile, context: Context) -> Iterator[Note]:
    for step in profile.document.leads_to or ():
        if step.career not in context.slugs:
            yield Note(
                f"It leads to “{step.career}”, which the portal does not have.", (Place("leads_to", step.career),)
            )


@check("same-sentence", Severity.WARNING, "Another career says the same sentence.")
def same_sentence(profile: Profile, context: Context) -> Iterator[Note]:
    by_title: dict[str, list[Place]] = defaultdict(list)
    for key, sentence in profile.digests.items() if context.said else ():
        if title := context.said.get(key):
            by_title[title].append(Place(sentence.name, sentence.text))
    for title, places in by_title.items():
        counted = "the same sentence" if len(places) == 1 else f"{len(places)} of the same sentences"
        yield Note(f"“{title}” says {counted}.", tuple(places[:MOST_SHOWN]))
