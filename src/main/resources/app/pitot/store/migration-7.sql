-- Comparisons. Every row has a checksum of all its other columns; times are UTC in microseconds since 1970.
CREATE TABLE saved_set (
  id         TEXT PRIMARY KEY NOT NULL,
  name       TEXT NOT NULL,
  setup      TEXT NOT NULL,         -- JSON
  changed_us INTEGER NOT NULL,
  checksum   INTEGER
);

-- A run: what was asked, of whom, by which version.
CREATE TABLE comparison (
  id         TEXT PRIMARY KEY NOT NULL,
  set_id     TEXT,                  -- the saved set that was run, which may be gone; null for none
  started_us INTEGER NOT NULL,
  checksum   INTEGER,
  facts      TEXT NOT NULL          -- JSON
);
CREATE INDEX comparison_by_time ON comparison (started_us);
CREATE INDEX comparison_by_set ON comparison (set_id, started_us) WHERE set_id IS NOT NULL;

-- One request of a run and what was measured of it.
CREATE TABLE sample (
  seq        INTEGER PRIMARY KEY,   -- in the order of their ends
  id         TEXT NOT NULL UNIQUE,
  comparison TEXT NOT NULL,
  checksum   INTEGER NOT NULL,      -- ahead of the long ones, to be read without them
  facts      TEXT NOT NULL,         -- JSON
  curve      BLOB NOT NULL,         -- how the text came
  answer     BLOB NOT NULL,         -- texts are compressed
  reasoning  BLOB NOT NULL
);
CREATE INDEX sample_by_comparison ON sample (comparison);
