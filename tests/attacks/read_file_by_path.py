"""Opens a file of the machine whose path it knows."""

from outside import done, given, read

for path in given["private"]:
    read(path)
done()

REAL = True
