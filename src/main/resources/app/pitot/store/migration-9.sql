-- Requests that ended long ago, many to a row, in the order of their start. Those that are in request, too, count there.
CREATE TABLE archive (
  sheet    INTEGER PRIMARY KEY,   -- in the order in which they were made
  from_ms  INTEGER NOT NULL,      -- when the first of its requests began
  to_ms    INTEGER NOT NULL,      -- and the last
  requests INTEGER NOT NULL,
  checksum INTEGER NOT NULL,      -- ahead of the long ones
  ids      BLOB NOT NULL,         -- a hash of each id
  packed   BLOB NOT NULL          -- all columns of the requests but their checksums, which were good
);
CREATE INDEX archive_by_time ON archive (to_ms, from_ms, requests);
