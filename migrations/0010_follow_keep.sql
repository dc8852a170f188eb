-- What readers follow and keep. Rows about a reader go with the reader.

-- The names that stories are signed with, as addresses have them.
create table byline (
  story_id text not null references story (id),
  key text not null,
  name text not null,
  published_at bigint not null,
  primary key (story_id, key)
);
create index byline_newest on byline (key, published_at);

-- How far the stories of before this table have been gone through; no row when that is done.
create table byline_filled (upto text not null);
insert into byline_filled (upto) select '' where exists (select 1 from story);

-- What a reader wants to see more of, or nothing of: one wish a thing.
create table interest (
  reader_id text not null references reader (id) on delete cascade,
  kind text not null check (kind in ('publication', 'topic', 'byline')),
  -- The id of a publication, the name of a topic, the key of a byline.
  subject text not null,
  stance text not null check (stance in ('follow', 'mute')),
  at bigint not null,
  primary key (reader_id, kind, subject)
);

create table saved_story (
  reader_id text not null references reader (id) on delete cascade,
  story_id text not null references story (id),
  at bigint not null,
  -- Set where the reader said so: who has come to the end has read it without saying.
  read_at bigint,
  primary key (reader_id, story_id)
);

-- Who wants a history kept: nobody else has one.
create table history_choice (
  reader_id text primary key references reader (id) on delete cascade,
  since bigint not null
);

-- Which story was opened, and on which day last ("2031-04-02"): nothing more.
create table opened_story (
  reader_id text not null references reader (id) on delete cascade,
  story_id text not null references story (id),
  day text not null,
  primary key (reader_id, story_id)
);
create index opened_by_day on opened_story (reader_id, day);
