-- The walls and the first rooms. Forward only: never edit a migration that has landed, add the next one.

-- One organisation never sees another: every table with organisation_id is walled by row-level security, and the
-- desk works as this role so that even a superuser's connection is held by the wall.
do $$
begin
  if not exists (select from pg_roles where rolname = 'uketome_desk') then
    begin
      create role uketome_desk nologin;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise notice 'role uketome_desk could not be created; the wall then rests on forced row security';
    end;
  end if;
  begin
    execute format('grant uketome_desk to %I', current_user);
  exception when others then
    raise notice 'role uketome_desk could not be granted to %', current_user;
  end;
end
$$;

create function uketome_organisation() returns uuid
  language sql stable
  return nullif(current_setting('uketome.organisation', true), '')::uuid;

-- Walls a table in: call it for every table that has organisation_id.
create procedure uketome_wall(walled regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s force row level security', walled);
  execute format(
    'create policy organisation_wall on %s using (organisation_id = uketome_organisation())
       with check (organisation_id = uketome_organisation())', walled);
  if exists (select from pg_roles where rolname = 'uketome_desk') then
    execute format('grant select, insert, update, delete on %s to uketome_desk', walled);
  end if;
end
$$;

------------------------------------------------------------------------------------------------ access
create table access_organisations (
  id uuid primary key,
  name text not null,
  slug text not null unique,
  calendar jsonb not null,
  -- Only the demo company has these: who can be tried, and with which password.
  demo_sign_ins jsonb,
  created_at timestamptz not null
);

-- better-auth reads and writes these four; their column names are its own.
create table access_users (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table access_sessions (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references access_users (id) on delete cascade
);
create index on access_sessions ("userId");
create table access_accounts (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references access_users (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
create index on access_accounts ("userId");
create table access_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on access_verifications (identifier);

create table access_teams (
  id uuid primary key,
  organisation_id uuid not null references access_organisations (id),
  name text not null
);
call uketome_wall('access_teams');

-- Not walled: signing in has to find the organisation before there is one. Read through access/store.ts only.
create table access_members (
  id uuid primary key,
  organisation_id uuid not null references access_organisations (id),
  user_id text references access_users (id),
  name text not null,
  kana text,
  title text,
  roles text[] not null,
  team_id uuid references access_teams (id),
  is_away boolean not null default false,
  substitute_id uuid references access_members (id)
);
create index on access_members (organisation_id);
create unique index on access_members (user_id);

------------------------------------------------------------------------------------------------ audit
create table audit_readings (
  id uuid primary key,
  organisation_id uuid not null,
  at timestamptz not null,
  member_id uuid not null,
  subject text not null,
  subject_id uuid not null,
  label text not null
);
create index on audit_readings (organisation_id, at);
create index on audit_readings (subject_id, member_id, at);
call uketome_wall('audit_readings');

------------------------------------------------------------------------------------------------ complaints
create table complaints_customers (
  id uuid primary key,
  organisation_id uuid not null,
  name text,
  kana text,
  phone text,
  email text,
  postcode text,
  address text,
  -- Folded for matching: variants of characters, widths and kana are one.
  name_key text,
  kana_key text,
  phone_key text,
  email_key text,
  created_at timestamptz not null
);
create index on complaints_customers (organisation_id, phone_key);
create index on complaints_customers (organisation_id, email_key);
create index on complaints_customers (organisation_id, name_key text_pattern_ops);
create index on complaints_customers (organisation_id, kana_key text_pattern_ops);
call uketome_wall('complaints_customers');

create table complaints_numbers (
  organisation_id uuid not null,
  year int not null,
  last int not null,
  primary key (organisation_id, year)
);
call uketome_wall('complaints_numbers');

-- The line of the inbox and the head of the chain. Everything else about a complaint is folded from its timeline.
create table complaints (
  id uuid primary key,
  organisation_id uuid not null,
  number text not null,
  head int not null,
  head_hash text not null,
  channel text not null,
  state text not null,
  subject text not null,
  excerpt text not null,
  customer_id uuid references complaints_customers (id),
  customer_name text,
  order_number text,
  received_at timestamptz not null,
  severity text,
  is_safety boolean not null default false,
  owner_id uuid references access_members (id),
  next_due_at timestamptz,
  has_broken_promise boolean not null default false,
  is_escalated boolean not null default false,
  closed_at timestamptz,
  source_key text,
  unique (organisation_id, number)
);
create unique index on complaints (organisation_id, source_key) where source_key is not null;
create index on complaints (organisation_id, received_at);
create index on complaints (organisation_id, next_due_at) where closed_at is null;
create index on complaints (organisation_id, owner_id) where closed_at is null;
create index on complaints (customer_id);
create index on complaints (organisation_id, order_number) where order_number is not null;
call uketome_wall('complaints');

create table complaints_timeline (
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  sequence int not null,
  id uuid not null,
  command_id uuid not null,
  type text not null,
  at timestamptz not null,
  by text not null,
  payload jsonb,
  salt text,
  commitment text not null,
  previous text not null,
  hash text not null,
  -- The transaction that wrote it: a screen that lost its line resumes from here without a gap.
  written_in xid8 not null default pg_current_xact_id(),
  primary key (complaint_id, sequence)
);
create unique index on complaints_timeline (id);
create index on complaints_timeline (organisation_id, command_id);
create index on complaints_timeline (organisation_id, written_in);
call uketome_wall('complaints_timeline');

-- Append-only: the only change ever made to an entry is to erase its words together with their salt.
create function complaints_timeline_guard() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'complaints_timeline is append-only';
  end if;
  if (to_jsonb(new) - array['payload', 'salt']) is distinct from (to_jsonb(old) - array['payload', 'salt'])
    or new.payload is not null or new.salt is not null then
    raise exception 'complaints_timeline is append-only; payload and salt may only be erased together';
  end if;
  return new;
end
$$;
create trigger append_only before update or delete on complaints_timeline
  for each row execute function complaints_timeline_guard();

create table complaints_checkpoints (
  id uuid primary key,
  organisation_id uuid not null,
  at timestamptz not null,
  heads jsonb not null,
  root text not null,
  previous_root text,
  public_key text not null,
  signature text not null
);
create index on complaints_checkpoints (organisation_id, at);
call uketome_wall('complaints_checkpoints');

-- Bigrams of Japanese and whole words of Latin letters and digits, apart: a number is found in milliseconds.
create table complaints_search (
  complaint_id uuid primary key references complaints (id),
  organisation_id uuid not null,
  grams tsvector not null,
  words tsvector not null
);
-- fastupdate stalls inserts for hundreds of milliseconds when its list is flushed.
create index on complaints_search using gin (grams) with (fastupdate = off);
create index on complaints_search using gin (words) with (fastupdate = off);
call uketome_wall('complaints_search');

------------------------------------------------------------------------------------------------ intake
create table intake_calls (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  direction text not null,
  phone text,
  handler_id uuid not null references access_members (id),
  started_at timestamptz not null,
  held_at timestamptz,
  held_seconds int not null default 0,
  ended_at timestamptz,
  how_ended text
);
create index on intake_calls (organisation_id) where ended_at is null;
create index on intake_calls (complaint_id);
call uketome_wall('intake_calls');

------------------------------------------------------------------------------------------------ remedies
create table remedies_rules (
  id uuid primary key,
  organisation_id uuid not null,
  code text not null,
  position int not null,
  rule jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (organisation_id, code)
);
call uketome_wall('remedies_rules');

------------------------------------------------------------------------------------------------ commitments
create table commitments (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  words text not null,
  due_at timestamptz not null,
  due_on date not null,
  precision text not null,
  state text not null,
  made_to text not null,
  owner_id uuid not null references access_members (id),
  made_at timestamptz not null,
  warn_at timestamptz,
  warned_at timestamptz,
  kept_at timestamptz,
  broken_at timestamptz,
  renegotiations jsonb not null default '[]'
);
create index on commitments (organisation_id, due_at) where state = 'open';
create index on commitments (organisation_id, state, due_at);
create index on commitments (complaint_id);
create index on commitments (owner_id) where state = 'open';
call uketome_wall('commitments');

------------------------------------------------------------------------------------------------ escalation
create table escalation_requests (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  kind text not null,
  mode text not null,
  state text not null,
  reason text not null,
  person text,
  asked_at timestamptz not null,
  asked_by uuid references access_members (id),
  to_id uuid references access_members (id),
  seen_at timestamptz,
  seen_by uuid references access_members (id),
  ended_at timestamptz
);
create index on escalation_requests (organisation_id, asked_at) where ended_at is null;
create index on escalation_requests (complaint_id);
call uketome_wall('escalation_requests');

-- Timers and reactions are queued in the transaction that causes them. The worker's own tables belong to the owner
-- of the database, so the desk's role goes through this door.
create function uketome_enqueue(task text, payload json, run_at timestamptz, job_key text, queue text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(
    task, payload, queue_name => queue, run_at => run_at, job_key => job_key, job_key_mode => 'replace');
end
$$;
create function uketome_cancel(key text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.remove_job(key);
end
$$;
do $$
begin
  if exists (select from pg_roles where rolname = 'uketome_desk') then
    grant select on access_organisations, access_users to uketome_desk;
    grant update (name, calendar) on access_organisations to uketome_desk;
    grant select, update (is_away, substitute_id, name, title, roles, team_id) on access_members to uketome_desk;
  end if;
end
$$;
