"""Uses the processor for ever."""

LIMITS = {"cpu_s": 1, "wall_s": 20}
ENDS = ("time",)

while True:
    pass
