"""Written table -> SHA-256 of its rows, the same whoever wrote them and in however many files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from hiretool.sourcing.scale.tables import Output


class _Hashing:
    """A file that keeps nothing but the hash of what is written to it."""

    closed = False

    def __init__(self) -> None:
        self.hash = hashlib.sha256()

    def write(self, content: bytes) -> int:
        self.hash.update(content)
        return len(content)

    def flush(self) -> None:
        pass

    def close(self) -> None:
        pass


def rows(path: Path, output: Output) -> tuple[int, str]:
    """How many there are, and the SHA-256 of them as CSV, in the order of the files' names.

    Columns are in the order and of the types that `output` states; text in quotes, null empty, floats as short as they
    can be written.
    """
    import pyarrow as pa
    import pyarrow.csv
    import pyarrow.parquet

    types = {name: _TYPES[kind] for name, kind in output.columns.items()}
    schema = pa.schema(list(types.items()))
    sink, count = _Hashing(), 0
    with pyarrow.csv.CSVWriter(pa.PythonFile(sink, mode="w"), schema) as writer:
        for file in sorted(path.glob("*.parquet")) if path.is_dir() else [path]:
            with pyarrow.parquet.ParquetFile(file) as parquet:
                for batch in parquet.iter_batches(columns=list(output.columns)):
                    columns = [batch.column(name).cast(kind) for name, kind in types.items()]
                    writer.write_batch(pa.record_batch(columns, schema=schema))
                    count += batch.num_rows
    return count, sink.hash.hexdigest()


_TYPES = {
    "string": "string", "int64": "int64", "int16": "int16", "float64": "float64", "boolean": "bool", "date": "date32",
}  # fmt: skip
