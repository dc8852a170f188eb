-- A private feed of what a reader follows, one a reader: the address is kept by its keyed digest only.
create table mine_feed (
  reader_id text primary key references reader (id) on delete cascade,
  digest text not null unique,
  made_at bigint not null
);
