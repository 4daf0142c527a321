"""What a server and its workers have used, as the kernel counts it."""

from contextlib import suppress
from pathlib import Path


def workers(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def parent(pid: int) -> int:
    """0 where no such process runs here."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except FileNotFoundError:
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("PPid:"))


def backends(postmaster: int, database: str) -> list[int]:
    """PostgreSQL's processes that serve this database: the server's children, whose titles say what they do."""
    return [pid for pid in workers(postmaster) if f" {database} " in title(pid)]


def title(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except (FileNotFoundError, ProcessLookupError):
        return ""


def cpu(pids: list[int]) -> dict[int, float]:
    """Seconds of CPU, user's and system's, of each of these processes so far; one that is gone is left out.

    From ``schedstat``, in nanoseconds: ``stat`` says the same in ticks of 10 ms, too coarse for a few hundred requests.
    """
    used = {}
    for pid in pids:
        with suppress(FileNotFoundError, ProcessLookupError):
            tasks = Path(f"/proc/{pid}/task").iterdir()
            used[pid] = sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9
    return used


def since(before: dict[int, float], after: dict[int, float]) -> float:
    """Seconds that they have used; one that is new counts whole, and what one used that is gone is lost."""
    return sum(used - before.get(pid, 0) for pid, used in after.items())


def memory(pids: list[int], kind: str) -> float:
    """Resident memory in MB (``Rss``), or each one's share of it (``Pss``)."""
    lines = (line for pid in pids for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith(f"{kind}:")) / 1024


def peaks_anew(pids: list[int]) -> dict[int, float]:
    """MB that each holds now, from which its ``peak`` counts."""
    for pid in pids:
        Path(f"/proc/{pid}/clear_refs").write_text("5")
    return {pid: peak(pid) for pid in pids}


def peak(pid: int) -> float:
    """The most that it has held, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024
