"""What a request costs: servers, load, baselines and a browser in one go, printed as ratios. See docs/speed.md."""
