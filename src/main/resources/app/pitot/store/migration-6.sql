-- Where the windows of an account and a model stood after its newest reply, so that the next start need not guess.
CREATE TABLE level (
  id       TEXT PRIMARY KEY NOT NULL,  -- account and model, a line each
  account  TEXT NOT NULL,
  model    TEXT NOT NULL,
  at_ms    INTEGER NOT NULL,           -- when that reply had ended; UTC
  windows  TEXT NOT NULL,              -- JSON
  checksum INTEGER
);
