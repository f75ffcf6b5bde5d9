"""Looks for the question bank and for hiretool itself among the installed libraries and where they come from."""

import os
import sys

from outside import done, escaped, given, read

try:
    import hiretool.questions
except ImportError:
    pass
else:
    escaped(hiretool.questions)
for place in [*sys.path, *given["private"]]:
    for folder, _, names in os.walk(os.path.join(place, "hiretool")):
        for name in names:
            if read(os.path.join(folder, name)):
                escaped(os.path.join(folder, name))
done()
