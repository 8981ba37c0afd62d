-- A request that is sent again after a refusal is another row: each attempt is one request.
-- The row of the first attempt; null in that row itself.
ALTER TABLE request ADD COLUMN exchange TEXT;
-- Counted from 1; null for the first.
ALTER TABLE request ADD COLUMN attempt INTEGER;
CREATE INDEX request_by_exchange ON request (exchange) WHERE exchange IS NOT NULL;
