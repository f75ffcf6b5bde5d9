"""The cooperative's books: every entry that was ever made, in one SQLite file.

A driver enters a collection of milk on a handheld. The office may change it later, any number of times and in any part; each
change is an entry of its own with a higher version. Nothing is deleted: a collection that never was gets a version with the
state "void".
"""

import csv
import sqlite3

SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (
    place      INTEGER PRIMARY KEY AUTOINCREMENT,  -- in order of arrival here
    collection TEXT NOT NULL,
    version    INTEGER NOT NULL,
    farm       TEXT NOT NULL,
    day        TEXT NOT NULL,
    litres     INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('ok', 'void')),
    UNIQUE (collection, version)
);
CREATE TABLE IF NOT EXISTS total (
    farm   TEXT NOT NULL,
    day    TEXT NOT NULL,
    litres INTEGER NOT NULL,
    PRIMARY KEY (farm, day)
);
CREATE TABLE IF NOT EXISTS progress (read_to INTEGER NOT NULL);
CREATE VIEW IF NOT EXISTS latest AS
    SELECT * FROM entry
    WHERE NOT EXISTS (
        SELECT 1 FROM entry AS later WHERE later.collection = entry.collection AND later.version > entry.version
    );
"""


def opened(path):
    """The books in this file; new ones, if there is none."""
    books = sqlite3.connect(path)
    books.executescript(SCHEMA)
    return books


def load(books, path):
    """Add the entries of one night. A file that comes twice adds nothing the second time."""
    with open(path, newline="") as lines:
        entries = list(csv.DictReader(lines))
    with books:
        books.executemany(
            "INSERT OR IGNORE INTO entry (collection, version, farm, day, litres, state)"
            " VALUES (:collection, :version, :farm, :day, :litres, :state)",
            entries,
        )
