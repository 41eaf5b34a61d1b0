-- Why somebody read; only where the room asks for it.
alter table audit_readings add column reason text;

------------------------------------------------------------------------------------------------ protection
-- Is the protective record open in this transaction? Only after it has written an audit reading of its own (`uketome.protection`
-- names it), or for the house itself: its timers, and what is written without being read.
create function uketome_protection_open() returns boolean
  language plpgsql stable as $$
declare
  key text := coalesce(current_setting('uketome.protection', true), '');
begin
  if key = 'house' then return true; end if;
  if key = '' then return false; end if;
  return exists (
    select from audit_readings r
     where r.id = key::uuid and r.subject = 'protection'
       and r.xmin::text = pg_current_xact_id_if_assigned()::xid::text);
end
$$;

-- The protective record of one complaint: kept to prevent harm from repeated unjust demands, apart from the ordinary history.
create table protection_files (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  opened_at timestamptz not null,
  head integer not null,
  head_hash text not null,
  -- The day on which a person looks at it again and decides whether it is kept.
  keep_until date not null,
  -- The customer's ordinary data were erased, or the day has come: a person's decision is due.
  decision_due_since timestamptz,
  erased_at timestamptz,
  unique (organisation_id, complaint_id)
);
call uketome_wall('protection_files');

-- Append-only and hash-chained like the timeline of a complaint; a chain of its own.
create table protection_entries (
  file_id uuid not null references protection_files (id),
  organisation_id uuid not null,
  sequence integer not null,
  id uuid not null,
  command_id uuid not null,
  type text not null,
  at timestamptz not null,
  by text not null,
  -- Null together once the words were erased by somebody's decision; the commitment stays.
  payload jsonb,
  salt text,
  commitment text not null,
  previous text not null,
  hash text not null,
  primary key (file_id, sequence)
);
create unique index on protection_entries (organisation_id, command_id, id);
call uketome_wall('protection_entries');

-- Screenshots of posts, byte for byte.
create table protection_screens (
  id uuid primary key,
  organisation_id uuid not null,
  file_id uuid not null references protection_files (id),
  post_id uuid not null,
  name text not null,
  type text not null,
  size integer not null,
  sha256 text not null,
  bytes bytea not null
);
create index on protection_screens (file_id);
call uketome_wall('protection_screens');

-- Days that may not pass unnoticed. No words: what they are about is in the entries.
create table protection_clocks (
  id uuid primary key,
  organisation_id uuid not null,
  file_id uuid not null references protection_files (id),
  complaint_id uuid not null,
  kind text not null check (kind in ('accusation', 'removal', 'keeping')),
  due_on date not null,
  -- How often it has warned.
  warned integer not null default 0,
  settled_at timestamptz
);
create index on protection_clocks (organisation_id, due_on) where settled_at is null;
call uketome_wall('protection_clocks');

create policy protection_closed on protection_files as restrictive for select using ((select uketome_protection_open()));
create policy protection_closed on protection_entries as restrictive for select using ((select uketome_protection_open()));
create policy protection_closed on protection_screens as restrictive for select using ((select uketome_protection_open()));
create policy protection_closed on protection_clocks as restrictive for select using ((select uketome_protection_open()));

-- What follows from the record for whoever is on the phone: all that an operator sees of it.
create table protection_instructions (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  words text not null,
  until date,
  ended_at timestamptz
);
create index on protection_instructions (complaint_id) where ended_at is null;
call uketome_wall('protection_instructions');

-- Supervisors who are named for it; the consultation desk is by its role.
create table protection_people (
  organisation_id uuid not null,
  member_id uuid not null references access_members (id),
  named_at timestamptz not null,
  named_by uuid not null,
  primary key (organisation_id, member_id)
);
call uketome_wall('protection_people');

create table protection_settings (
  organisation_id uuid primary key,
  keep_years integer not null,
  -- [{name, basis}]: offences that are tried only on the victim's accusation (親告罪).
  offences jsonb not null,
  -- Large platforms that are designated: they answer a request within days.
  platforms jsonb not null,
  -- When somebody last held both lists against the law.
  checked_on date not null,
  changed_at timestamptz not null,
  changed_by text not null
);
call uketome_wall('protection_settings');

-- An entry is never changed; only its words can be taken away.
do $$
begin
  if exists (select from pg_roles where rolname = 'uketome_desk') then
    revoke update, delete on protection_entries from uketome_desk;
    grant update (payload, salt) on protection_entries to uketome_desk;
    revoke update on protection_screens from uketome_desk;
  end if;
end
$$;
