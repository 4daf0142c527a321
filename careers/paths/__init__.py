"""Where a job leads: the graph of careers, ways through it, and its drawing."""
