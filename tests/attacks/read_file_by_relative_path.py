"""Climbs out of its folder with `..`, as far as it goes."""

from outside import done, given, read

for steps in range(12):
    read("../" * steps + given["secret"].lstrip("/"))
    read("/given/own/" + "../" * steps + given["secret"].lstrip("/"))
done()

REAL = True
