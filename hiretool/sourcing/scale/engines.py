"""Where the expressions run: DuckDB in this process, or Spark on this machine or a cluster."""

from __future__ import annotations

import contextlib
import importlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from hiretool.errors import DataError, HiretoolError

if TYPE_CHECKING:
    import ibis

NAMES = ("duckdb", "spark")
# Source: https://spark.apache.org/docs/4.0.0/ ("Spark runs on Java 17/21").
_OLDEST_JAVA = 17


@dataclass(frozen=True, slots=True)
class Options:
    """What an engine may use; None leaves it to the engine."""

    memory: str = "4GB"
    """Of DuckDB, or of Spark's driver."""
    threads: int | None = None
    """Of DuckDB; Spark has them in its master's URL."""
    master: str = "local[*]"
    """Spark's: local[2], local-cluster[2,1,2048], spark://host:7077, yarn."""
    partitions: int | None = None
    """Of Spark's shuffles."""
    settings: dict[str, str] = field(default_factory=dict)
    """Further ones of Spark, by their names."""


class Engine(Protocol):
    """Tables in, tables out; what happens between is the expressions' affair."""

    name: str
    version: str

    def read(self, path: str) -> ibis.Table:
        """The Parquet file, or folder of files, as a table."""

    def keep(self, table: ibis.Table, name: str) -> ibis.Table:
        """The table, computed once and written to the scratch folder, so that what builds on it starts from there."""

    def forget(self, name: str) -> None:
        """Remove what `keep` wrote."""

    def write(self, table: ibis.Table, path: str) -> None:
        """Write the rows in their order: one file of DuckDB's, a folder of Spark's."""


@contextlib.contextmanager
def opened(name: str, options: Options, scratch: str) -> Iterator[Engine]:
    """The engine, with `scratch` for what it keeps.

    Raises: HiretoolError if a package, Java or memory is missing, or the cluster does not answer.
    """
    needed("ibis", "corpus")
    if name == "duckdb":
        needed("duckdb", "corpus")
        with _duckdb(options, scratch) as engine:
            yield engine
    else:
        needed("pyspark", "spark")
        with _spark(options, scratch) as engine:
            yield engine


def needed(package: str, extra: str) -> None:
    """Raises: HiretoolError if the package is not installed."""
    if find_spec(package) is None:
        raise HiretoolError(
            f"This needs {package}, which is not installed. Install it: pip install 'hiretool[{extra}]'"
        )


class _Kept:
    """What both engines do alike: intermediate tables are Parquet in the scratch folder.

    A plan that grew with each round of the components would be planned again and again; a file ends it, and outlives
    a worker.
    """

    def __init__(self, connection: Any, name: str, version: str, scratch: str) -> None:
        self.name, self.version = name, version
        self._connection, self._scratch = connection, scratch

    def read(self, path: str) -> ibis.Table:
        is_parquet(path)
        table: ibis.Table = self._connection.read_parquet(_files(path) if self.name == "duckdb" else path)
        return table

    def keep(self, table: ibis.Table, name: str) -> ibis.Table:
        path = self._path(name)
        self._connection.to_parquet(table, path)
        kept: ibis.Table = self._connection.read_parquet(path)
        return kept

    def forget(self, name: str) -> None:
        if "://" not in self._scratch:
            path = Path(self._path(name))
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def write(self, table: ibis.Table, path: str) -> None:
        self._connection.to_parquet(table, path)

    def _path(self, name: str) -> str:
        return f"{self._scratch.rstrip('/')}/{name}.parquet"


@contextlib.contextmanager
def _duckdb(options: Options, scratch: str) -> Iterator[Engine]:
    import duckdb
    import ibis

    settings: dict[str, Any] = {"memory_limit": options.memory, "temp_directory": f"{scratch}/duckdb"}
    if options.threads:
        settings["threads"] = options.threads
    try:
        connection = ibis.duckdb.connect(**settings)
    except duckdb.Error as error:
        raise HiretoolError(f"DuckDB does not start: {_first_line(error)}") from error
    try:
        # It would draw on standard output, which is for the result.
        connection.raw_sql("SET enable_progress_bar = false")
        yield _Kept(connection, "duckdb", duckdb.__version__, scratch)
    except duckdb.OutOfMemoryException as error:
        raise HiretoolError(
            f"DuckDB ran out of memory or disk ({_first_line(error)}). Give it more: --memory, --scratch"
        ) from error
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        raise HiretoolError(f"DuckDB cannot read or write: {_first_line(error)}") from error
    finally:
        connection.disconnect()


@contextlib.contextmanager
def _spark(options: Options, scratch: str) -> Iterator[Engine]:
    java()
    import ibis
    import pyspark
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    java_error: type[Exception] = importlib.import_module("py4j.protocol").Py4JError
    builder = SparkSession.builder.master(options.master).appName("hiretool corpus tables")
    for name, value in _spark_settings(options, scratch).items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except (PySparkException, java_error, OSError) as error:
        raise HiretoolError(f"Spark does not start at {options.master}: {_first_line(error)}") from error
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield _Kept(ibis.pyspark.connect(session), "spark", pyspark.__version__, scratch)
    except (PySparkException, java_error) as error:
        raise HiretoolError(f"Spark stopped: {_cause(error)}") from error
    finally:
        session.stop()


def _spark_settings(options: Options, scratch: str) -> dict[str, str]:
    found = {
        "spark.driver.memory": options.memory.lower().removesuffix("b"),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.session.timeZone": "UTC",
    }
    if options.partitions:
        found["spark.sql.shuffle.partitions"] = str(options.partitions)
    if options.master.startswith("local"):
        # A machine whose name leads nowhere would wait for itself.
        found |= {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
        found["spark.local.dir"] = scratch
    return found | options.settings


def java() -> None:
    """Raises: HiretoolError if there is no Java, or one that is too old for Spark."""
    home = os.environ.get("JAVA_HOME")
    program = f"{home}/bin/java" if home else shutil.which("java")
    what = f"Spark needs Java {_OLDEST_JAVA} or later; on Debian and Ubuntu: apt-get install openjdk-17-jre-headless"
    if program is None:
        raise HiretoolError(f"There is no java here. {what}")
    try:
        told = subprocess.run([program, "-version"], capture_output=True, text=True, timeout=60, check=False).stderr
    except (OSError, subprocess.TimeoutExpired) as error:
        raise HiretoolError(f"{program} does not start ({error}). {what}") from error
    found = re.search(r'version "(?:1\.)?(\d+)', told)
    if found and int(found[1]) < _OLDEST_JAVA:
        raise HiretoolError(f"{program} is Java {found[1]}. {what}")


def is_parquet(path: str) -> None:
    """Raises: DataError if a local path is missing or holds no Parquet. Other places are left to the engine."""
    if "://" in path:
        return
    place = Path(path)
    files = sorted(place.glob("*.parquet")) if place.is_dir() else [place]
    if not files:
        raise DataError(path, "", "is a folder without *.parquet files")
    for file in files:
        try:
            with file.open("rb") as handle:
                start = handle.read(4)
                handle.seek(-4, os.SEEK_END)
                end = handle.read(4)
        except FileNotFoundError as error:
            raise DataError(file, "", "no such file") from error
        except OSError as error:
            if file.is_file() and file.stat().st_size < 4:
                raise DataError(file, "", "is not a Parquet file") from error
            raise DataError(file, "", f"cannot be read ({error.strerror})") from error
        if start != b"PAR1" or end != b"PAR1":
            raise DataError(file, "", "is not a Parquet file, or broken off")


def _files(path: str) -> str:
    return f"{path}/*.parquet" if "://" not in path and Path(path).is_dir() else path


def _cause(error: Exception) -> str:
    """The innermost cause that Java names; the first line says no more than which call it was."""
    causes = [line.strip() for line in str(error).splitlines() if line.strip().startswith("Caused by: ")]
    return causes[-1].removeprefix("Caused by: ")[:300] if causes else _first_line(error)


def _first_line(error: Exception) -> str:
    return next((line for line in str(error).splitlines() if line.strip()), type(error).__name__)[:300]
