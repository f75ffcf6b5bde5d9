"""Makes links that lead out, and follows one that was handed in with the submission."""

import os

from outside import attempt, done, given, read

attempt(os.symlink, given["secret"], "link")
attempt(os.symlink, os.path.dirname(given["secret"]), "folder")
read("link")
read("folder/" + os.path.basename(given["secret"]))
read(os.environ["GIVEN"] + "/own/link")
done()

REAL = True
