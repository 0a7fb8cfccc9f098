"""Bounded, repeatable examples: a test of the tables must never depend on luck. HYPOTHESIS=search looks far and wide."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "repeatable",
    derandomize=True,
    database=None,
    max_examples=100,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
settings.register_profile("search", max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS", "repeatable"))
