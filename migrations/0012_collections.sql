-- Stories chosen by a named editor, each with a reason.
create table collection (
  id text primary key,
  slug text not null unique,
  title text not null,
  introduction text not null,
  language text not null,
  -- Whether front pages in other languages show it too.
  everywhere integer not null,
  -- As it is shown to readers.
  editor text not null,
  topic text not null,
  -- Without a beginning it is a draft, which no reader sees.
  starts_at bigint,
  ends_at bigint,
  -- Counts changes, so that of two editors at once the second is told.
  revision integer not null,
  changed_at bigint not null
);
create index collection_start on collection (starts_at);

create table collection_story (
  collection_id text not null references collection (id) on delete cascade,
  story_id text not null references story (id),
  rank integer not null,
  reason text not null,
  primary key (collection_id, story_id)
);
create index collection_of_story on collection_story (story_id);
