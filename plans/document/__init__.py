"""A plan as a document: plain data that is compared, signed off, printed, taken along and read in again.

``VERSION`` counts changes of the format. A document is what ``json`` reads and writes: text, whole numbers, booleans,
None, lists and dicts; days are ISO 8601, hours are text such as "12.5", rows are known by ``id``.
"""

FORMAT, VERSION = "pathways-plan", 1
