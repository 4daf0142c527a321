"""Career documents: two formats, one plain dataclass between them and the models."""
