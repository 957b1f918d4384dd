-- The lists of texts show the newest first, and are read page by page.
CREATE INDEX text_message_by_time ON text_message (asked_at, id);
CREATE INDEX text_received_by_time ON text_received (received_at, sid);
