"""What a server and its workers have used, as the kernel counts it."""

from pathlib import Path


def workers(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def cpu(pids: list[int]) -> float:
    """Seconds of CPU, user's and system's, of these processes so far.

    From ``schedstat``, in nanoseconds: ``stat`` says the same in ticks of 10 ms, too coarse for a few hundred requests.
    """
    tasks = (task for pid in pids for task in Path(f"/proc/{pid}/task").iterdir())
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def memory(pids: list[int], kind: str) -> float:
    """Resident memory in MB (``Rss``), or each one's share of it (``Pss``)."""
    lines = (line for pid in pids for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith(f"{kind}:")) / 1024
