"""Makes empty files without end: they take no room, and memory of the kernel all the same."""

LIMITS = {"files": 2000, "wall_s": 10}
ENDS = ("scratch", "exit code 1")

number = 0
while True:
    open(f"file{number}", "w").close()
    number += 1
