-- The ground: what is on the stand, where it came from, and what happened.
-- Instants are whole milliseconds since 1970 UTC; calendar dates and JSON are text.

create table publication (
  id text primary key,
  slug text not null unique,
  title text not null,
  kind text not null check (kind in ('newspaper', 'magazine', 'journal')),
  language text not null,
  description text not null,
  home text,
  time_zone text not null,
  door text not null check (door in ('open', 'metered', 'plan')),
  cut_paragraphs integer not null,
  cut_words integer,
  cut_share double precision not null,
  created_at bigint not null
);

create table edition (
  id text primary key,
  publication_id text not null references publication (id),
  date text not null,
  slug text not null,
  name text not null,
  published_at bigint not null,
  unique (publication_id, slug)
);
create index edition_newest on edition (date, slug);
create index edition_of_publication on edition (publication_id, date, slug);

-- What anyone may see of a story: its current revision up to the cut.
create table story (
  id text primary key,
  publication_id text not null references publication (id),
  edition_id text not null references edition (id),
  slug text not null,
  position integer not null,
  section text not null,
  revision integer not null,
  headline text not null,
  standfirst text not null,
  bylines text not null,
  language text not null,
  direction text not null check (direction in ('ltr', 'rtl')),
  door text not null check (door in ('open', 'metered', 'plan')),
  minutes integer not null,
  picture text,
  lead_html text not null,
  left_paragraphs integer,
  left_words integer,
  left_minutes integer,
  home text,
  complete integer not null,
  published_at bigint not null,
  withdrawn_at bigint,
  withdrawn_by text check (withdrawn_by in ('desk', 'sender')),
  unique (edition_id, slug)
);
create index story_in_edition on story (edition_id, position);
create index story_of_publication on story (publication_id, published_at);
create index story_newest on story (published_at);

-- Every state of a story up to the cut. A note says what a correction changed.
create table revision (
  story_id text not null references story (id),
  number integer not null,
  at bigint not null,
  note text not null,
  headline text not null,
  standfirst text not null,
  lead_blocks text not null,
  block_marks text not null,
  primary key (story_id, number)
);

-- What needs a right. Only the rest reader asks this table.
create table rest (
  story_id text not null references story (id),
  revision integer not null,
  html text not null,
  blocks text not null,
  primary key (story_id, revision)
);

create table picture_use (
  digest text not null,
  story_id text not null references story (id),
  place text not null check (place in ('lead', 'rest')),
  primary key (digest, story_id, place)
);
create index picture_use_of_story on picture_use (story_id);

-- What was sent before: the same again is no change.
create table received (
  publication_id text not null references publication (id),
  key text not null,
  digest text not null,
  -- When the sender made the version that is known, where he says so.
  version bigint,
  story_id text references story (id),
  at bigint not null,
  primary key (publication_id, key)
);
create index received_of_story on received (story_id);

-- Drafts that may not come out yet: embargoed, withheld, scheduled.
create table held (
  publication_id text not null references publication (id),
  key text not null,
  until bigint,
  because text not null,
  draft text not null,
  edition_name text not null,
  at bigint not null,
  -- The order in which held stories came, which is their page order when they come out.
  place integer not null,
  primary key (publication_id, key)
);
create index held_until on held (until);

create table feed (
  id text primary key,
  address text not null unique,
  publication_id text not null references publication (id),
  door text check (door in ('open', 'metered', 'plan')),
  etag text,
  last_modified text,
  next_at bigint not null,
  failures integer not null,
  polled_at bigint,
  outcome text not null,
  created_at bigint not null
);
create index feed_due on feed (next_at);

-- What happened on the stand, in order, written with the change itself.
create table outbox (
  position bigint primary key,
  at bigint not null,
  kind text not null,
  facts text not null
);
