"""Write extract.json anew from the official files: python -m tests.careers.figures.make_extract ../shared/data

A few numbers of 21 occupations, each with its source, read here on our own, without the importers: a test holds what
the pages show to them.
"""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

EXTRACT = Path(__file__).with_name("extract.json")
# Teachers have no pay by the hour, actors none by the year, radiologists in Washington earn more than is published, and
# teaching assistants stand in a group with others.
CODES = [
    "25-4031",
    "11-3031",
    "15-1252",
    "25-2021",
    "27-2011",
    "29-1141",
    "29-1224",
    "31-1131",
    "33-3051",
    "35-3023",
    "37-2011",
    "39-5012",
    "41-2031",
    "43-4051",
    "45-2092",
    "47-2111",
    "47-2231",
    "49-3031",
    "51-4121",
    "53-3032",
    "25-9042",
]
GROUPS = {"25-9042": "25-9045"}
OEWS = "U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2025"
PROJECTIONS = "U.S. Bureau of Labor Statistics, Employment Projections, 2024–34"
ONET = "O*NET 29.3 Database, USDOL/ETA, CC BY 4.0"
PAY = (
    *("OCC_CODE", "OCC_TITLE", "TOT_EMP", "JOBS_1000", "LOC_QUOTIENT"),
    *("H_MEDIAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"),
)
JOBS = (
    *("occupation_title", "employment_2024", "projected_employment_2034"),
    *("change_2024_34_percent", "profile_annual_openings_2024_34"),
)


def table(folder: Path, pattern: str, delimiter: str = ",") -> Iterator[dict[str, str]]:
    quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    with next(folder.glob(pattern)).open(encoding="utf-8-sig", newline="") as stream:
        yield from csv.DictReader(stream, delimiter=delimiter, quoting=quoting)


def pay(folder: Path, pattern: str, state: str) -> dict[str, dict[str, str]]:
    rows = (row for row in table(folder / "oews", pattern) if row["PRIM_STATE"] == state)
    return {row["OCC_CODE"]: {name: row[name] for name in PAY} for row in rows}


def jobs(folder: Path) -> dict[str, dict[str, str]]:
    rows = table(folder / "projections", "ep_2024-34*")
    return {row["soc_code"]: {name: row[name] for name in JOBS} for row in rows if row["soc_code"]}


def zones(folder: Path) -> dict[str, int]:
    rows = table(folder / "onet", "Job Zones.txt", "\t")
    return {row["O*NET-SOC Code"]: int(row["Job Zone"]) for row in rows}


def riasec(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table(folder / "onet", "Interests.txt", "\t"):
        if row["Scale ID"] == "IH":
            found[row["O*NET-SOC Code"]] = (
                found.get(row["O*NET-SOC Code"], "") + " RIASEC"[int(float(row["Data Value"]))]
            )
    return {code: letters.strip() for code, letters in found.items()}


def extract(folder: Path) -> dict:
    nation, washington = pay(folder, "national_*", "US"), pay(folder, "state_*", "WA")
    outlook, zone, letters = jobs(folder), zones(folder), riasec(folder)
    occupations = {
        code: {
            "nation": nation[GROUPS.get(code, code)],
            "washington": washington.get(GROUPS.get(code, code)),
            "jobs": outlook.get(code),
            "zone": zone.get(f"{code}.00"),
            "riasec": letters.get(f"{code}.00"),
        }
        for code in CODES
    }
    sources = {"nation": OEWS, "washington": OEWS, "jobs": PROJECTIONS, "zone": ONET, "riasec": ONET}
    return {"sources": sources, "occupations": occupations}


def main(folder: str) -> None:
    EXTRACT.write_text(json.dumps(extract(Path(folder)), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
