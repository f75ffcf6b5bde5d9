"""Plants a module that the next run, or the tool itself, would import."""

import os
import sys

from outside import attempt, done, escaped, given

for place in [*sys.path, os.path.dirname(os.__file__), os.path.dirname(sys.executable)]:
    for name in (f"{given['token']}.pth", given["token"]):
        if attempt(os.open, os.path.join(place, name), os.O_CREAT | os.O_WRONLY) is not None:
            escaped(f"wrote to {place}")
for path in (sys.executable, os.__file__, "/usr/bin/env", "/etc/ld.so.cache"):
    attempt(os.chmod, path, 0o777)
    if attempt(os.open, path, os.O_WRONLY) is not None:
        escaped(f"opened {path} for writing")
done()
