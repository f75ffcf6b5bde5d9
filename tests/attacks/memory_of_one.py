"""Takes memory and touches it, in one process."""

LIMITS = {"memory_mb": 150}
ENDS = ("memory",)

taken = []
while True:
    taken.append(b"x" * (8 << 20))
