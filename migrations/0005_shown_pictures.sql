-- A logo is shown while anything of its publication is on the stand, a cover while anything of its
-- edition is: so each is found by its digest where it stands, and no list of them is kept.

alter table publication add column logo_digest text;
alter table edition add column cover_digest text;

update publication set logo_digest = (
  select min(shown_picture.digest) from shown_picture
  where shown_picture.publication_id = publication.id
  and publication.logo like '%' || shown_picture.digest || '%'
);
update edition set cover_digest = (
  select min(shown_picture.digest) from shown_picture
  where shown_picture.publication_id = edition.publication_id
  and edition.cover like '%' || shown_picture.digest || '%'
);

create index publication_of_logo on publication (logo_digest);
create index edition_of_cover on edition (cover_digest);

drop table shown_picture;

-- A story that was revised before there was this column changed when its last revision came out.
update story set changed_at = (
  select max(revision.at) from revision where revision.story_id = story.id
)
where story.revision > 1 and story.changed_at = story.published_at;
