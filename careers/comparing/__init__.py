"""Careers side by side: what the address asks for, what is read of each, how they differ, and which fits best."""
