"""The pages of schools, a module a topic."""
