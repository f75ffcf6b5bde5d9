"""Leaves folders that nobody may enter and names that are no text, so that cleaning up after it fails."""

import os

from outside import attempt, done

for name in (b"\xff\xfe", b"new\nline", b"-rf", b"\x1b[31m", b"x" * 255):
    attempt(os.mkdir, name)
    attempt(os.mkdir, name + b"/inner"[: 255 - len(name)] if len(name) < 200 else name[:200])
attempt(os.symlink, "/", "root")
attempt(os.mkfifo, "fifo")
os.mkdir("blind", 0o300)
open("blind/file", "w").close()
os.mkdir("closed")
open("closed/file", "w").close()
attempt(os.chmod, "closed", 0)
attempt(os.chmod, ".", 0)
done()

ENDS = ("stopped", "exit code 0", "scratch")
