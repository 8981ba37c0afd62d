-- The provider behind a router, and its own word for the end.
ALTER TABLE request ADD COLUMN upstream TEXT;
ALTER TABLE request ADD COLUMN native_finish_reason TEXT;
-- reported or estimated; null without a cost.
ALTER TABLE request ADD COLUMN cost_source TEXT;
-- The provider's own name for the request.
ALTER TABLE request ADD COLUMN request_id TEXT;
UPDATE request SET cost_source = 'estimated' WHERE cost_micros IS NOT NULL;
