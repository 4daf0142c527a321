"""How often search finds a right career: judged queries, asked of every occupation. See docs/search-quality.md."""
