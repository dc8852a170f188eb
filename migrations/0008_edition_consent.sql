-- What a buyer agreed to before something digital began at once: when, in which words and language
-- (JSON). It goes from the wish to the purchase that came of it.
alter table checkout add column consent text;
alter table purchase add column consent text;

-- The edition that a receipt is about, so that every language can name it.
alter table receipt add column edition_id text references edition (id);
