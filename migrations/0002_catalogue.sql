-- What the catalogue can be searched by, what a publication promises, and names that moved.

alter table publication add column country text not null default '';
alter table publication add column rhythm text not null default '';
-- JSON: a list of topics, the main one first.
alter table publication add column topics text not null default '[]';
-- How much of the publication is on the stand; JSON.
alter table publication add column licence text not null default '{"content":"unsaid","since":null,"delayDays":0,"freeAtHome":false}';
-- A kept picture as JSON, or null.
alter table publication add column logo text;

alter table edition add column cover text;

alter table story add column topic text not null default '';
-- Stories with the same work are translations of one another.
alter table story add column work text not null default '';
alter table story add column translated_from text not null default '';
alter table story add column translators text not null default '[]';
-- When its newest revision came out.
alter table story add column changed_at bigint not null default 0;
update story set changed_at = published_at;

create index story_of_topic on story (topic, published_at);
create index story_of_work on story (work);

-- Logos and covers: anyone may see them, whatever the doors of the stories.
create table shown_picture (
  digest text not null,
  publication_id text not null references publication (id),
  primary key (digest, publication_id)
);

-- Names that publications had in addresses: the old ones lead on for ever.
create table former_slug (
  slug text primary key,
  publication_id text not null references publication (id)
);
