"""The words that generated careers are made of."""

# ruff: noqa: SIM905 - words without quotes round each are easier to read and to add to.

CATEGORIES = (
    "Agriculture, Animals & Environment",
    "Architecture & Construction",
    "Arts, Media & Communication",
    "Business & Administration",
    "Education & Training",
    "Finance & Insurance",
    "Government & Public Service",
    "Health & Medicine",
    "Hospitality, Food & Tourism",
    "Human & Community Services",
    "Computing & Digital Technology",
    "Law, Safety & Defence",
    "Manufacturing & Repair",
    "Sales & Marketing",
    "Science, Engineering & Energy",
    "Transport & Logistics",
)
TYPES = (
    "Stable Careers",
    "Growing & Emerging Careers",
    "High-Demand Careers",
    "Changing Careers",
    "Quick-Start Careers",
    "Apprenticeship & Trade Careers",
    "Advanced-Study Careers",
    "Independent Careers",
)
SPECIALITIES = (
    "marine rural clinical digital forensic municipal alpine industrial technical residential commercial outdoor "
    "tropical regional historic veterinary nuclear mobile coastal urban solar military medical aerial seasonal"
).split()
FIELDS = (
    "equipment nutrition records lighting drainage archive timber payroll signal laboratory textile harbour kitchen "
    "rescue survey glazing orchard network cargo theatre insurance welfare pension bridge garden turbine printing "
    "heating museum camera ferry fabric engine water railway crane hearing dental poultry software"
).split()
ROLES = (
    "technician analyst manager inspector officer engineer planner mechanic instructor assistant designer operator "
    "adviser supervisor scientist coordinator fitter clerk surveyor specialist"
).split()
VERBS = "plan check mend test explain install measure record organise clean design protect".split()
THINGS = "machines records rooms samples journeys meals contracts gardens pipes lessons budgets animals".split()
PLACES = (
    "hospitals schools factories workshops offices farms harbours museums laboratories airports warehouses theatres"
).split()
PEOPLE = "families pupils patients drivers owners visitors neighbours engineers councils crews shops tenants".split()
TOOLS = "multimeter spreadsheet torque-wrench microscope tablet harness label-printer caliper drill ladder".split()
AWARDS = (
    "state licence, first-aid card, trade certificate, safety card, college diploma, forklift ticket, "
    "food-handling card, welding test, teaching permit, radio licence"
).split(", ")
SUBJECTS = ("Mathematics", "English", "Biology", "Physics", "Computing", "Art & Design", "Geography", "History")

# {career}, {place}, {tool} and {number} are filled for each career; the rest when a text is made.
SENTENCES = (
    "In {place2} you {verb} {things} before the {people} arrive and {verb2} what is left at the end of the day.",
    "{career} keep a {tool} within reach, because {things} seldom wait for the weather in {place}.",
    "A first year is mostly spent with {people}, learning how to {verb} {things} without being told twice.",
    "Expect about {number} hours a week, two late evenings among them, and {people} who ask why {things} take so long.",
    "The {award} is asked for in most {place2}, and it takes some {number} weeks to earn beside a job.",
    "Good {career} {verb} first and {verb2} afterwards, and they write down which {things} they touched.",
    "When {people} and {people2} disagree, you {verb} the {things} once more and show them both the figures.",
    "Ask at {place} whether you may spend a day there, and bring boots, a notebook and {number} questions.",
    "Employers in {place2} value a {award} more than a long list of {things} you have once seen.",
    "Nobody learns to {verb} {things} from a book alone; {number} afternoons with a {tool} teach more.",
)
LEADS = (
    "{verb} the {things}",
    "Work with {people}",
    "Learn the {tool}",
    "Earn a {award}",
    "Look at {place2}",
    "Mind the {things}",
    "Talk to {people}",
    "Count to {number}",
)
