-- When the sender made the version that is known, where he says so.

alter table received add column version bigint;
