-- Conversations. Every row has a checksum of all its other columns; times are UTC in microseconds since 1970.
CREATE TABLE conversation (
  seq        INTEGER PRIMARY KEY,   -- in the order in which they were begun
  id         TEXT NOT NULL UNIQUE,
  title      TEXT NOT NULL,
  titled     INTEGER NOT NULL,      -- 1 if the user gave the title
  pinned     INTEGER NOT NULL,
  created_us INTEGER NOT NULL,
  changed_us INTEGER NOT NULL,
  leaf       TEXT,                  -- the message that the shown branch ends with
  draft      TEXT NOT NULL,
  setup      TEXT NOT NULL,         -- JSON
  deleted_us INTEGER,               -- null unless deleted and not yet purged
  checksum   INTEGER NOT NULL
);

-- Trees: those with the same parent are versions of each other.
CREATE TABLE message (
  seq          INTEGER PRIMARY KEY, -- in the order in which they were added
  id           TEXT NOT NULL UNIQUE,
  conversation TEXT NOT NULL,
  parent       TEXT,
  kind         TEXT NOT NULL,       -- question, reply, tool_result
  at_us        INTEGER NOT NULL,
  checksum     INTEGER NOT NULL,    -- ahead of the long ones, to be read without them
  state        TEXT NOT NULL,       -- streaming, complete, truncated, stopped, refused, failed
  owner        TEXT,                -- the running Pitot whose reply this is
  exchange     TEXT,                -- the reply's row in request
  tool_call    TEXT,                -- of a tool result
  tool_calls   TEXT NOT NULL,       -- JSON
  pictures     TEXT NOT NULL,       -- JSON
  facts        TEXT,                -- JSON
  text         TEXT NOT NULL,
  reasoning    TEXT NOT NULL
);
CREATE INDEX message_by_conversation ON message (conversation);
CREATE INDEX message_by_exchange ON message (exchange) WHERE exchange IS NOT NULL;
CREATE INDEX message_streaming ON message (owner) WHERE state = 'streaming';
CREATE INDEX message_with_pictures ON message (conversation) WHERE pictures <> '[]';

-- What came so far of a reply that has not ended. Rows are only added, until the end takes all away.
CREATE TABLE piece (
  message   TEXT NOT NULL,
  part      INTEGER NOT NULL,
  answer    TEXT NOT NULL,
  reasoning TEXT NOT NULL,
  checksum  INTEGER NOT NULL,
  PRIMARY KEY (message, part)
);

-- Each picture once, whoever shows it.
CREATE TABLE picture (
  sha256   TEXT PRIMARY KEY NOT NULL,
  checksum INTEGER NOT NULL,
  bytes    BLOB NOT NULL
);

CREATE TABLE preset (
  name     TEXT PRIMARY KEY NOT NULL,
  setup    TEXT NOT NULL,           -- JSON
  checksum INTEGER NOT NULL
);

-- The full-text indexes, by seq: what was said, and what conversations are called. They hold no text.
CREATE VIRTUAL TABLE said USING fts5(
  text, reasoning, content='', prefix='1 2',
  tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co So'"
);
CREATE VIRTUAL TABLE titles USING fts5(
  title, content='', prefix='1 2',
  tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co So'"
);
-- Entries that are taken away leave no trace.
INSERT INTO said (said, rank) VALUES ('secure-delete', 1);
INSERT INTO titles (titles, rank) VALUES ('secure-delete', 1);
