"""Papers and author mentions -> name tables and evidence table, by one set of expressions on DuckDB or Spark."""
