"""Takes nothing, and does not end."""

import time

LIMITS = {"wall_s": 0.7}
ENDS = ("time",)

time.sleep(600)
