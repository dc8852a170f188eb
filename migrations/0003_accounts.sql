-- Readers and how they sign in. What is only compared is kept as a keyed digest, and what a mail
-- says is kept sealed: see accounts/keys.ts. Rows about a reader go with the reader.

create table reader (
  id text primary key,
  address text not null,
  -- The form in which addresses are compared.
  address_key text not null unique,
  name text not null,
  locale text not null,
  joined_at bigint not null,
  -- JSON: the kinds of mail they asked for.
  choices text not null
);

create table reader_role (
  reader_id text not null references reader (id) on delete cascade,
  role text not null check (role in ('editor', 'publisher', 'operator')),
  -- Of one publication, or empty: of the stand.
  publication_id text not null,
  given_at bigint not null,
  primary key (reader_id, role, publication_id)
);

-- Somebody asked to sign in, or to confirm a new address.
create table sign_in (
  id text primary key,
  purpose text not null check (purpose in ('sign-in', 'confirm-address')),
  -- Whose address is to change, or null to sign in.
  reader_id text references reader (id) on delete cascade,
  address text not null,
  address_key text not null,
  locale text not null,
  code_digest text not null,
  link_digest text not null unique,
  browser_digest text not null,
  return_path text not null,
  asked_at bigint not null,
  ends_at bigint not null,
  tries integer not null,
  used_at bigint
);
create index sign_in_of_browser on sign_in (browser_digest, asked_at);
create index sign_in_of_address on sign_in (address_key);
create index sign_in_of_reader on sign_in (reader_id);
create index sign_in_ends on sign_in (ends_at);

create table session (
  id text primary key,
  reader_id text not null references reader (id) on delete cascade,
  token_digest text not null unique,
  former_digest text unique,
  -- Null while the browser has not shown its new token.
  former_until bigint,
  browser text not null,
  system text not null,
  means text not null check (means in ('mail', 'passkey', 'provider')),
  began_at bigint not null,
  used_at bigint not null,
  rotated_at bigint not null
);
create index session_of_reader on session (reader_id);
create index session_used on session (used_at);

create table passkey (
  id text primary key,
  reader_id text not null references reader (id) on delete cascade,
  public_key text not null,
  counter bigint not null,
  transports text not null,
  name text not null,
  synced integer not null,
  added_at bigint not null,
  used_at bigint
);
create index passkey_of_reader on passkey (reader_id);

create table spent_challenge (
  digest text primary key,
  ends_at bigint not null
);

-- Who a provider says a reader is.
create table identity (
  issuer text not null,
  subject text not null,
  reader_id text not null references reader (id) on delete cascade,
  added_at bigint not null,
  used_at bigint not null,
  primary key (issuer, subject)
);
create index identity_of_reader on identity (reader_id);

-- How often something was done, in parts of a stretch of time.
create table rate (
  key text not null,
  part bigint not null,
  count integer not null,
  ends_at bigint not null,
  primary key (key, part)
);
create index rate_ends on rate (ends_at);

create table mail (
  id text primary key,
  once text unique,
  reader_id text references reader (id) on delete cascade,
  kind text not null,
  -- Empty when it is done.
  sealed text not null,
  asked_at bigint not null,
  useless_at bigint,
  done_at bigint,
  -- Null when it is done.
  next_at bigint,
  failures integer not null,
  -- How often it was taken to be sent, and nothing was heard of it again.
  taken integer not null,
  outcome text not null
);
create index mail_due on mail (next_at);
create index mail_done on mail (done_at);
create index mail_of_reader on mail (reader_id);
