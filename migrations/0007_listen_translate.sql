-- Sounds and translations are made once and kept. Each is named by all that it was made from, and is
-- reached only through a story: the tables of what a story was told in say whose words they are.

alter table publication add column narration integer not null default 1;
alter table publication add column machine_translation integer not null default 1;
-- Whether its text may leave this machine to be spoken or translated.
alter table publication add column third_parties integer not null default 0;

-- How a publication's names are spoken.
create table pronunciation (
  publication_id text not null references publication (id),
  language text not null,
  term text not null,
  said text not null,
  primary key (publication_id, language, term)
);

-- How a publication's names are translated; without a target they stay as they are.
create table glossary (
  publication_id text not null references publication (id),
  term text not null,
  -- Empty: into every language.
  language text not null default '',
  target text,
  primary key (publication_id, term, language)
);

-- The sound of one block in one voice.
create table sound (
  key text primary key,
  blob text not null,
  bytes bigint not null,
  samples bigint not null,
  sample_rate integer not null,
  marks text not null,
  made_at bigint not null
);

-- Which stories a sound tells something of: with the last of them it goes.
create table sound_of_story (
  story_id text not null references story (id),
  sound_key text not null references sound (key),
  revision integer not null,
  primary key (story_id, sound_key)
);
create index sound_stories on sound_of_story (sound_key);

-- One block in another language, by a machine.
create table translated_block (
  key text primary key,
  segments text not null,
  engine text not null,
  flags text not null,
  made_at bigint not null
);

create table translation_of_story (
  story_id text not null references story (id),
  block_key text not null references translated_block (key),
  revision integer not null,
  primary key (story_id, block_key)
);
create index translation_stories on translation_of_story (block_key);

-- How much an engine was given in a calendar month ("2031-04").
create table engine_use (
  engine text not null,
  month text not null,
  characters bigint not null,
  primary key (engine, month)
);

-- Where a reader is in a story, reading or listening.
create table reading_place (
  reader_id text not null references reader (id) on delete cascade,
  story_id text not null references story (id),
  -- The id of a block, and how much of it lies behind, 0 to 1.
  block text not null,
  share real not null,
  at bigint not null,
  primary key (reader_id, story_id)
);

-- What a reader means to read or hear, in their own order.
create table queued_story (
  reader_id text not null references reader (id) on delete cascade,
  story_id text not null references story (id),
  rank bigint not null,
  added_at bigint not null,
  primary key (reader_id, story_id)
);
