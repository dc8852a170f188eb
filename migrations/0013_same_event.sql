-- Which stories of several publications have most of their text in common. The fingerprints are
-- made of text behind the wall: no page asks them, only the pairs they lead to.

create table fingerprint (
  story_id text primary key references story (id),
  -- Short, for the many rows of bands.
  number bigint not null unique,
  -- Of its edition, in days since 1970.
  day integer not null,
  numbers text not null
);

-- Alike texts have a bucket in common.
create table fingerprint_band (
  bucket bigint not null,
  day integer not null,
  number bigint not null,
  primary key (bucket, day, number)
);

-- Every pair stands here twice, once from each side.
create table alike (
  story_id text not null references story (id),
  other_id text not null references story (id),
  resemblance double precision not null,
  primary key (story_id, other_id)
);

-- Up to which line of the outbox stories were compared, and how many of the next line's.
create table alike_place (
  position bigint not null,
  done integer not null
);
insert into alike_place (position, done) values (0, 0);
