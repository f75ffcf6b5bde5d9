"""Makes files in folders of the machine, those that everybody may write to included."""

import os

from outside import attempt, done, given

for place in given["places"]:
    for root in ("", "/proc/1/root", f"/proc/{given['bystander']}/root"):
        descriptor = attempt(os.open, f"{root}{place}/{given['token']}", os.O_CREAT | os.O_WRONLY)
        if descriptor is not None:
            os.write(descriptor, b"here")
done()

REAL = True
