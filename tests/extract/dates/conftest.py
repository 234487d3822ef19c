"""Properties are checked without a stopwatch: no test here asserts how long something takes, nor does Hypothesis.

Its health check `too_slow` measures the wall clock while examples are drawn, and so fails on a busy machine.
"""

from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
