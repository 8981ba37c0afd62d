-- What the provider's own clock says, and whether a row is what was written.
ALTER TABLE request ADD COLUMN server_queue_us INTEGER;
ALTER TABLE request ADD COLUMN server_prompt_us INTEGER;
ALTER TABLE request ADD COLUMN server_completion_us INTEGER;
ALTER TABLE request ADD COLUMN server_total_us INTEGER;
ALTER TABLE request ADD COLUMN checksum INTEGER;

-- Sums of the requests that have ended, by the time at which they began: minutes are kept for 7 days, hours for 400, days
-- for ever. A day ends at 00:00 UTC.
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
  failed            INTEGER NOT NULL,
  prompt_tokens     INTEGER NOT NULL,
  completion_tokens INTEGER NOT NULL,
  reasoning_tokens  INTEGER NOT NULL,
  cached_tokens     INTEGER NOT NULL,
  estimated         INTEGER NOT NULL,  -- requests whose completion tokens are an estimate
  cost_micros       INTEGER NOT NULL,
  priced            INTEGER NOT NULL,  -- requests with a cost
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
  failed            INTEGER NOT NULL,
  prompt_tokens     INTEGER NOT NULL,
  completion_tokens INTEGER NOT NULL,
  reasoning_tokens  INTEGER NOT NULL,
  cached_tokens     INTEGER NOT NULL,
  estimated         INTEGER NOT NULL,
  cost_micros       INTEGER NOT NULL,
  priced            INTEGER NOT NULL,
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
  failed            INTEGER NOT NULL,
  prompt_tokens     INTEGER NOT NULL,
  completion_tokens INTEGER NOT NULL,
  reasoning_tokens  INTEGER NOT NULL,
  cached_tokens     INTEGER NOT NULL,
  estimated         INTEGER NOT NULL,
  cost_micros       INTEGER NOT NULL,
  priced            INTEGER NOT NULL,
  ttft              BLOB NOT NULL,
  speed             BLOB NOT NULL,
  checksum          INTEGER NOT NULL,
  PRIMARY KEY (at_ms, account, model)
);
