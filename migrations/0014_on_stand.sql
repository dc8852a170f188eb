-- What is on the stand, counted. Pages ask how much there is and which edition is the newest of each
-- publication; to look it up among a million stories took a fifth of a second. Every transaction that
-- brings, changes or takes back a story keeps these as well.

drop index story_in_edition;
create index story_in_edition on story (edition_id, position, id) where withdrawn_at is null;
drop index story_newest;
create index story_newest on story (published_at, id) where withdrawn_at is null;

-- Stories of the edition that are on the stand.
alter table edition add column stories integer not null default 0;
update edition set stories = (
  select count(*) from story
  where story.edition_id = edition.id and story.withdrawn_at is null
);
drop index edition_newest;
drop index edition_of_publication;
create index edition_of_publication on edition (publication_id, date, slug) where stories > 0;

-- A row for each publication of which something is on the stand: its first day, its newest edition,
-- and the last day before that one's.
create table on_stand (
  publication_id text primary key references publication (id),
  first_date text not null,
  before_date text,
  newest_date text not null,
  newest_at bigint not null,
  newest_id text not null references edition (id)
);
insert into on_stand (publication_id, first_date, before_date, newest_date, newest_at, newest_id)
select
  publication.id,
  (
    select min(edition.date) from edition
    where edition.publication_id = publication.id and edition.stories > 0
  ),
  (
    select max(edition.date) from edition
    where edition.publication_id = publication.id and edition.stories > 0
      and edition.date < newest.date
  ),
  newest.date,
  newest.published_at,
  newest.id
from publication
join edition as newest on newest.id = (
  select edition.id from edition
  where edition.publication_id = publication.id and edition.stories > 0
  order by edition.date desc, edition.slug desc
  limit 1
);
create index on_stand_newest on on_stand (newest_date desc, newest_at desc, newest_id);

-- Stories on the stand by topic, those without one under ''.
create table topic_count (
  topic text primary key,
  stories integer not null
);
insert into topic_count (topic, stories)
select topic, count(*) from story where withdrawn_at is null group by topic;

-- Stories on the stand by the day they were published on (UTC), in days since 1970.
create table day_count (
  day integer primary key,
  stories integer not null
);
insert into day_count (day, stories)
select
  (published_at - ((published_at % 86400000) + 86400000) % 86400000) / 86400000 as day,
  count(*)
from story where withdrawn_at is null group by day;
