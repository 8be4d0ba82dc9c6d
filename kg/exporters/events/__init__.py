"""Events as rows of a table: what CSV, Parquet and GeoJSON are written from."""
