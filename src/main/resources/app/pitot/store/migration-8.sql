-- The window that refused, such as requests/minute.
ALTER TABLE request ADD COLUMN limited_by TEXT;
-- Those that run, and those whose app died.
CREATE INDEX request_open ON request (started_ms) WHERE ended_ms IS NULL;

-- The sums with more of what is asked of them; they are made anew from the ledger.
DROP TABLE usage_minute;
DROP TABLE usage_hour;
DROP TABLE usage_day;

CREATE TABLE usage_minute (
  at_ms             INTEGER NOT NULL,  -- where it begins
  account           TEXT NOT NULL,
  model             TEXT NOT NULL,
  provider          TEXT NOT NULL,
  requests          INTEGER NOT NULL,
  sent              INTEGER NOT NULL,  -- of these, those that left this machine
  complete          INTEGER NOT NULL,
  truncated         INTEGER NOT NULL,
  stopped           INTEGER NOT NULL,
  refused           INTEGER NOT NULL,
  limited           INTEGER NOT NULL,  -- of the refused, those over a quota window
  too_long          INTEGER NOT NULL,  -- of all, those over the context of the model or the plan
  failed            INTEGER NOT NULL,
  prompt_tokens     INTEGER NOT NULL,
  completion_tokens INTEGER NOT NULL,
  reasoning_tokens  INTEGER NOT NULL,
  cached_tokens     INTEGER NOT NULL,
  estimated         INTEGER NOT NULL,  -- requests whose completion tokens are an estimate
  unknown           INTEGER NOT NULL,  -- requests that were taken and of whose tokens nothing is known
  cost_micros       INTEGER NOT NULL,
  reported_micros   INTEGER NOT NULL,  -- of these, what the provider named
  priced            INTEGER NOT NULL,  -- requests with a cost
  damaged           INTEGER NOT NULL,  -- rows that are not what was written: they are in nothing else here
  jumps             INTEGER NOT NULL,  -- requests that a clock was set under
  limited_by        TEXT NOT NULL,     -- of the limited, how many by which window: JSON; empty for none
  ttft              BLOB NOT NULL,     -- spread of ttft_us
  speed             BLOB NOT NULL,     -- spread of output_tps in thousandths, where tokens are reported
  checksum          INTEGER NOT NULL,
  PRIMARY KEY (at_ms, account, model)
);

CREATE TABLE usage_hour (
  at_ms             INTEGER NOT NULL,
  account           TEXT NOT NULL,
  model             TEXT NOT NULL,
  provider          TEXT NOT NULL,
  requests          INTEGER NOT NULL,
  sent              INTEGER NOT NULL,
  complete          INTEGER NOT NULL,
  truncated         INTEGER NOT NULL,
  stopped           INTEGER NOT NULL,
  refused           INTEGER NOT NULL,
  limited           INTEGER NOT NULL,
  too_long          INTEGER NOT NULL,
  failed            INTEGER NOT NULL,
  prompt_tokens     INTEGER NOT NULL,
  completion_tokens INTEGER NOT NULL,
  reasoning_tokens  INTEGER NOT NULL,
  cached_tokens     INTEGER NOT NULL,
  estimated         INTEGER NOT NULL,
  unknown           INTEGER NOT NULL,
  cost_micros       INTEGER NOT NULL,
  reported_micros   INTEGER NOT NULL,
  priced            INTEGER NOT NULL,
  damaged           INTEGER NOT NULL,
  jumps             INTEGER NOT NULL,
  limited_by        TEXT NOT NULL,
  ttft              BLOB NOT NULL,
  speed             BLOB NOT NULL,
  checksum          INTEGER NOT NULL,
  PRIMARY KEY (at_ms, account, model)
);

CREATE TABLE usage_day (
  at_ms             INTEGER NOT NULL,
  account           TEXT NOT NULL,
  model             TEXT NOT NULL,
  provider          TEXT NOT NULL,
  requests          INTEGER NOT NULL,
  sent              INTEGER NOT NULL,
  complete          INTEGER NOT NULL,
  truncated         INTEGER NOT NULL,
  stopped           INTEGER NOT NULL,
  refused           INTEGER NOT NULL,
  limited           INTEGER NOT NULL,
  too_long          INTEGER NOT NULL,
  failed            INTEGER NOT NULL,
  prompt_tokens     INTEGER NOT NULL,
  completion_tokens INTEGER NOT NULL,
  reasoning_tokens  INTEGER NOT NULL,
  cached_tokens     INTEGER NOT NULL,
  estimated         INTEGER NOT NULL,
  unknown           INTEGER NOT NULL,
  cost_micros       INTEGER NOT NULL,
  reported_micros   INTEGER NOT NULL,
  priced            INTEGER NOT NULL,
  damaged           INTEGER NOT NULL,
  jumps             INTEGER NOT NULL,
  limited_by        TEXT NOT NULL,
  ttft              BLOB NOT NULL,
  speed             BLOB NOT NULL,
  checksum          INTEGER NOT NULL,
  PRIMARY KEY (at_ms, account, model)
);

-- How many requests each day has, which tells whether anything of it has changed.
CREATE INDEX usage_day_requests ON usage_day (at_ms, requests, damaged);

-- Listed prices by which costs were estimated, each from the first request on that was.
CREATE TABLE price (
  id       TEXT PRIMARY KEY NOT NULL,  -- account, model and time, a line each
  provider TEXT NOT NULL,
  account  TEXT NOT NULL,
  model    TEXT NOT NULL,
  since_ms INTEGER NOT NULL,
  input    TEXT,                       -- USD per million tokens
  output   TEXT,
  checksum INTEGER
);
CREATE INDEX price_by_model ON price (account, model, since_ms);
