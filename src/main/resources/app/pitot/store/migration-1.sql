-- One row per request. No prompt, no answer, no key, no URL.
CREATE TABLE request (
  id                TEXT PRIMARY KEY NOT NULL,
  started_ms        INTEGER NOT NULL,  -- UTC, milliseconds since 1970
  ended_ms          INTEGER,           -- null: still running, or the app died
  provider          TEXT NOT NULL,
  account           TEXT NOT NULL,
  model             TEXT NOT NULL,
  outcome           TEXT,              -- complete, truncated, stopped, refused, failed
  sent              INTEGER,           -- 0 if it never left this machine
  finish_reason     TEXT,
  http_status       INTEGER,
  error_kind        TEXT,
  reserved_tokens   INTEGER NOT NULL,
  prompt_tokens     INTEGER,
  completion_tokens INTEGER,           -- reported if token_basis is usage, else estimated from the text
  reasoning_tokens  INTEGER,
  cached_tokens     INTEGER,
  token_basis       TEXT,              -- usage, estimate
  connect_us        INTEGER,
  ttft_us           INTEGER,
  first_answer_us   INTEGER,
  total_us          INTEGER,
  output_tps        REAL,              -- tokens per second by our clock
  server_tps        REAL,              -- by the provider's clock
  chunks            INTEGER,
  cost_micros       INTEGER            -- millionths of a USD
);

CREATE INDEX request_by_account ON request (account, started_ms);
CREATE INDEX request_by_time ON request (started_ms);
