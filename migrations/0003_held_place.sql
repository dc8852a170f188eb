-- The order in which held stories came, which is their page order when they come out.

alter table held add column place integer not null default 0;
