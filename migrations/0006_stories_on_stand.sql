-- Lists and counts ask for what is on the stand. An index of just that answers a count by itself,
-- where before every story had to be looked at.

drop index story_newest;
drop index story_of_publication;
drop index story_of_topic;

create index story_newest on story (published_at) where withdrawn_at is null;
create index story_of_publication on story (publication_id, published_at) where withdrawn_at is null;
create index story_of_topic on story (topic, published_at) where withdrawn_at is null;
