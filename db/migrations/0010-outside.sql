-- How other systems come in and hear of us: API keys, answers kept for an Idempotency-Key, telephones, signed webhooks.

------------------------------------------------------------------------------------------------- access
-- 256 random bits cannot be guessed, so a plain SHA-256 keeps them as safe as a slow hash would, and is quick enough
-- to be asked with every request. The key itself is shown once and kept nowhere.
create table access_keys (
  id uuid primary key,
  organisation_id uuid not null references access_organisations (id),
  name text not null,
  -- How it begins, so that people can tell which one they hold.
  prefix text not null,
  hash text not null unique,
  permissions text[] not null,
  per_minute integer not null,
  ends_on date,
  created_at timestamptz not null,
  created_by uuid not null references access_members (id),
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references access_members (id)
);
create index on access_keys (organisation_id);
call uketome_wall('access_keys');

-- What a request with an Idempotency-Key was answered; empty while it is being carried out.
create table access_answers (
  organisation_id uuid not null,
  actor text not null,
  key text not null,
  -- SHA-256 of what was asked: the same key with something else in it is a mistake of the sender.
  request text not null,
  begun_at timestamptz not null,
  answer text,
  primary key (organisation_id, actor, key)
);
create index on access_answers (begun_at);
call uketome_wall('access_answers');

-- Where somebody is rung, and the number that rings a whole team.
alter table access_members add column extension text;
alter table access_teams add column extension text;
create unique index on access_members (organisation_id, extension) where extension is not null;
create unique index on access_teams (organisation_id, extension) where extension is not null;
do $$
begin
  if exists (select from pg_roles where rolname = 'uketome_desk') then
    grant update (extension) on access_members to uketome_desk;
  end if;
end
$$;

------------------------------------------------------------------------------------------------- intake
-- A telephone that rings, as the telephone system tells it; gone a day after it was last heard of.
create table intake_rings (
  id uuid primary key,
  organisation_id uuid not null,
  -- The telephone system's own name of the call.
  pbx_call_id text not null,
  -- Null: the number is withheld.
  from_number text,
  from_key text,
  to_number text,
  -- Every extension that has rung.
  extensions text[] not null,
  answered_extension text,
  rung_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  heard_at timestamptz not null,
  -- The call that was taken up from it.
  call_id uuid references intake_calls (id),
  unique (organisation_id, pbx_call_id)
);
create index on intake_rings (call_id) where call_id is not null;
create index on intake_rings (organisation_id, heard_at);
call uketome_wall('intake_rings');

------------------------------------------------------------------------------------------------- webhooks
create table webhooks_endpoints (
  id uuid primary key,
  organisation_id uuid not null references access_organisations (id),
  name text not null,
  url text not null,
  types text[] not null,
  -- Names, numbers and words of customers go along.
  with_words boolean not null,
  -- Needed in the clear: both sides sign with it. The former one signs along until it ends.
  secret text not null,
  former_secret text,
  former_until timestamptz,
  created_at timestamptz not null,
  created_by uuid not null references access_members (id),
  failing_since timestamptz,
  stopped_at timestamptz,
  stopped_because text check (stopped_because in ('by-hand', 'failing', 'gone')),
  check ((stopped_at is null) = (stopped_because is null))
);
create index on webhooks_endpoints (organisation_id);
call uketome_wall('webhooks_endpoints');

create table webhooks_messages (
  id uuid primary key,
  organisation_id uuid not null,
  endpoint_id uuid not null references webhooks_endpoints (id) on delete cascade,
  -- Null: a trial that somebody sent from the settings.
  entry_id uuid,
  type text not null,
  complaint_id uuid references complaints (id),
  happened_at timestamptz not null,
  data jsonb not null,
  -- What goes along when words are switched on; taken away when the complaint is erased.
  words jsonb,
  -- held: nothing is sent while the endpoint is stopped; it can be sent again later.
  state text not null check (state in ('waiting', 'delivered', 'given-up', 'held')),
  attempts integer not null default 0,
  next_at timestamptz,
  unique (endpoint_id, entry_id, type)
);
create index on webhooks_messages (endpoint_id, happened_at desc, id desc);
create index on webhooks_messages (complaint_id) where words is not null;
create index on webhooks_messages (organisation_id, happened_at);
call uketome_wall('webhooks_messages');

create table webhooks_attempts (
  id uuid primary key,
  organisation_id uuid not null,
  message_id uuid not null references webhooks_messages (id) on delete cascade,
  at timestamptz not null,
  -- What was answered, or why nothing was.
  status integer,
  failure text,
  answer text not null,
  took_ms integer not null,
  check ((status is null) <> (failure is null))
);
create index on webhooks_attempts (message_id, at);
call uketome_wall('webhooks_attempts');
