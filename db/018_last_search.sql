-- What somebody looked for last, so that going back to what was found shows it again without the words standing in an address.
-- It ends with the session.
ALTER TABLE sign_in_session ADD COLUMN sought text CHECK (length(sought) <= 200);
