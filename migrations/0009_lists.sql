-- Lists of stories that readers make, and share if they want to. Rows about a reader go with them.

create table reader_list (
  id text primary key,
  reader_id text not null references reader (id) on delete cascade,
  title text not null,
  why text not null,
  -- How its maker is called where it is shared, or nothing.
  shown_name text not null,
  -- Null unless it is shared. The token in its address follows from the seed and a key of the stand,
  -- which is not in the database, and the list is found by the digest of it.
  share_seed text,
  share_digest text unique,
  shared_at bigint,
  -- 1 when an operator ended its sharing: it is not shared again.
  barred integer not null,
  made_at bigint not null,
  changed_at bigint not null
);
create index lists_of_reader on reader_list (reader_id, changed_at);

create table listed_story (
  list_id text not null references reader_list (id) on delete cascade,
  story_id text not null references story (id),
  reader_id text not null references reader (id) on delete cascade,
  rank integer not null,
  note text not null,
  added_at bigint not null,
  primary key (list_id, story_id)
);
create index listed_by_reader on listed_story (reader_id, story_id);
