-- Who may read what, and why: plans, rights, and the money behind them.
-- Readers are named by their id only, so that this file stands without the accounts.

create table plan (
  id text primary key,
  name text not null,
  -- The name in small letters: two plans never look alike.
  name_key text not null unique,
  opens text not null check (opens in ('stand', 'kind', 'publications')),
  kind text check (kind in ('newspaper', 'magazine', 'journal')),
  trial_days integer not null,
  seats integer not null,
  made_at bigint not null,
  retired_at bigint
);

create table plan_publication (
  plan_id text not null references plan (id),
  publication_id text not null references publication (id),
  primary key (plan_id, publication_id)
);

-- A price is never changed: it is retired, and who bought at it keeps it.
create table plan_price (
  id text primary key,
  plan_id text not null references plan (id),
  per text not null check (per in ('month', 'year')),
  currency text not null,
  minor bigint not null,
  made_at bigint not null,
  retired_at bigint
);
create index plan_price_of_plan on plan_price (plan_id);

-- What one edition costs alone; without an edition, what each of the publication costs.
create table edition_price (
  publication_id text not null references publication (id),
  edition_id text not null default '',
  currency text not null,
  minor bigint not null,
  primary key (publication_id, edition_id, currency)
);

-- Rights to read. The key says what a right follows from, so that no cause gives two.
create table access_grant (
  key text primary key,
  reader_id text not null,
  source text not null,
  opens text not null check (opens in ('stand', 'plan', 'publication', 'edition', 'story')),
  opens_id text not null,
  since bigint not null,
  until bigint,
  note text not null,
  made_at bigint not null
);
create index access_grant_of_reader on access_grant (reader_id, until);

-- One for a reader and a plan, whatever it was paid with; its facts are JSON.
create table subscription (
  id text primary key,
  reader_id text not null,
  plan_id text not null references plan (id),
  facts text not null,
  provider_ref text,
  due_at bigint,
  unique (reader_id, plan_id)
);
create index subscription_due on subscription (due_at);
create index subscription_ref on subscription (provider_ref);

-- Keyed hashes of addresses that had their trial: nobody can be found from one.
create table trial_taken (
  mark text primary key,
  at bigint not null
);

create table receipt (
  key text primary key,
  reader_id text not null,
  what text not null check (what in ('paid', 'refunded')),
  label text not null,
  currency text not null,
  minor bigint not null,
  at bigint not null,
  since bigint,
  until bigint
);
create index receipt_of_reader on receipt (reader_id, at);

-- What readers have to be told, written with its cause; the key lets nothing be told twice.
create table access_notice (
  key text primary key,
  reader_id text not null,
  kind text not null,
  facts text not null,
  at bigint not null,
  handed_at bigint
);
create index access_notice_waiting on access_notice (handed_at, at);
create index access_notice_of_reader on access_notice (reader_id);

-- What the payment provider has to be asked to do, written with its cause.
create table payment_task (
  key text primary key,
  facts text not null,
  at bigint not null,
  next_at bigint,
  tries integer not null,
  done_at bigint,
  fault text not null
);
create index payment_task_due on payment_task (next_at);

-- A wish to buy. The open key lets a reader have one of a kind at a time.
create table checkout (
  id text primary key,
  reader_id text not null,
  wish text not null,
  open_key text unique,
  provider_key text not null,
  session text,
  address text,
  made_at bigint not null,
  until bigint not null
);
create index checkout_of_reader on checkout (reader_id);
create index checkout_until on checkout (until);

-- Every event of the provider, kept for ever, so that none has its effect twice.
create table payment_event (
  id text primary key,
  kind text not null,
  about text not null,
  made_at bigint not null,
  received_at bigint not null,
  next_at bigint,
  tries integer not null,
  done_at bigint,
  fault text not null
);
create index payment_event_due on payment_event (next_at);
create index payment_event_made on payment_event (made_at);

-- Numbers the questions to the provider, so that a late answer is known.
create table payment_ask (
  id integer primary key check (id = 1),
  last bigint not null
);
insert into payment_ask (id, last) values (1, 0);

create table purchase (
  ref text primary key,
  reader_id text not null,
  edition_id text not null references edition (id),
  currency text not null,
  minor bigint not null,
  paid_at bigint not null,
  refunded bigint not null
);
create index purchase_of_reader on purchase (reader_id);

create table voucher (
  id text primary key,
  digest text not null unique,
  plan_id text not null references plan (id),
  months integer not null,
  batch text not null,
  made_at bigint not null,
  until bigint,
  reader_id text,
  redeemed_at bigint
);
create index voucher_of_reader on voucher (reader_id);

-- Seats of a household beside its owner's: invited, then taken, then ended.
create table seat (
  id text primary key,
  owner_id text not null,
  label text not null,
  digest text unique,
  invited_at bigint not null,
  invited_until bigint not null,
  reader_id text,
  taken_at bigint,
  ended_at bigint
);
create index seat_of_owner on seat (owner_id);
create unique index seat_of_reader on seat (reader_id) where ended_at is null;

create table gift (
  id text primary key,
  digest text not null unique,
  reader_id text not null,
  story_id text not null references story (id),
  openings integer not null,
  opened integer not null,
  made_at bigint not null,
  until bigint not null,
  ended_at bigint
);
create index gift_of_reader on gift (reader_id, made_at);

-- A browser that opened a gift without an account, until the day is over.
create table gift_claim (
  digest text primary key,
  gift_id text not null references gift (id),
  until bigint not null
);
create index gift_claim_until on gift_claim (until);

-- Metered stories that readers opened; a month's rows go when it is over.
create table meter_count (
  reader_id text not null,
  month text not null,
  story_id text not null,
  at bigint not null,
  primary key (reader_id, month, story_id)
);
create index meter_count_month on meter_count (month);

-- How often a neighbourhood of addresses opened one; the mark is a keyed hash of the day.
create table strangers_count (
  mark text not null,
  day text not null,
  taken integer not null,
  primary key (mark, day)
);
