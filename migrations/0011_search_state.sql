-- What is known of the search index of a stand on PostgreSQL: which one is asked, and up to where in
-- the outbox it knows everything. The index itself is tables that come and go. On SQLite it is files of
-- its own, and this table stays empty.
create table search_state (
  name text primary key,
  value text not null
);
