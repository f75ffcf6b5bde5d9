"""Looks for the run of another candidate on the same machine, for its files and its processes."""

import glob
import os

from outside import attempt, done, escaped, read

for path in glob.glob("/tmp/*"):
    read(path)
for folder in glob.glob("/tmp/hiretool-*") + glob.glob("/proc/[0-9]*/cwd"):
    if not attempt(os.path.samefile, folder, os.getcwd()):
        for name in attempt(os.listdir, folder) or ():
            escaped(f"{folder}: {name}")
done()
