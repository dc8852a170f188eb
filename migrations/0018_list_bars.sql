-- Lists of readers whose sharing an operator ended, and why. It stays when the list is deleted, so that
-- the same list is not shared anew, and goes when the operator lifts it, or with the reader.

create table list_bar (
  list_id text primary key,
  reader_id text not null references reader (id) on delete cascade,
  -- As it was then.
  title text not null,
  -- The ids of its stories, with a space between.
  stories text not null,
  -- What the reader is told of it, or nothing.
  reason text not null,
  barred_at bigint not null
);
create index bars_of_reader on list_bar (reader_id);

insert into list_bar (list_id, reader_id, title, stories, reason, barred_at)
select id, reader_id, title, '', '', changed_at from reader_list where barred = 1;

alter table reader_list drop column barred;
