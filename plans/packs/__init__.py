"""What a school asks of plans, and how much of it each plan holds."""
