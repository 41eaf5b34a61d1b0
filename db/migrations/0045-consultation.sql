-- The consultation desk. Who may see a row is held here (0045-confined-tables.sql); what was said is sealed by the vault
-- before it is written, so that nobody reads it in a row, a back-up or on a disk.

create table consultation_cases (
  id uuid primary key,
  organisation_id uuid not null,
  -- Who consulted under their name. Without a name there is no id of a person anywhere: only the hash of a code they hold.
  person_id uuid references access_members (id),
  code_hash text unique,
  -- A day, not a moment: a moment could be compared with when somebody was signed in.
  opened_on date not null,
  -- Members of the desk whom the person does not want to know of it.
  excluded uuid[] not null default '{}',
  closed_on date,
  -- The last message the person has read.
  person_seen int not null default 0,
  -- What it is about, a complaint it belongs to, whether words of danger were in it.
  sealed text not null,
  check ((person_id is null) <> (code_hash is null))
);
create index on consultation_cases (organisation_id, opened_on);
create index on consultation_cases (person_id);
call uketome_confine('consultation_cases', $$
  (uketome_has_role('consultation') and person_id is distinct from uketome_member()
    and not coalesce(uketome_member() = any (excluded), false))
  or person_id = uketome_member() or code_hash = uketome_bearer() $$);

create table consultation_messages (
  id uuid primary key,
  organisation_id uuid not null,
  case_id uuid not null references consultation_cases (id),
  position int not null,
  -- Null: the person who consults.
  desk_member_id uuid references access_members (id),
  on_day date not null,
  -- Null where the person gave no name.
  at timestamptz,
  sealed text not null,
  unique (case_id, position)
);
-- The cases that this one can see: row security holds inside the policy, too.
call uketome_confine('consultation_messages', $$
  exists (select from consultation_cases c where c.id = case_id) $$);

-- What the desk writes down: wishes, facts, care, measures, what was told, prevention, checks, closings.
create table consultation_entries (
  id uuid primary key,
  organisation_id uuid not null,
  case_id uuid not null references consultation_cases (id),
  kind text not null,
  at timestamptz not null,
  by_id uuid not null references access_members (id),
  due_on date,
  done_on date,
  sealed text not null
);
create index on consultation_entries (case_id);
create index on consultation_entries (organisation_id, due_on) where done_on is null;
call uketome_confine('consultation_entries', $$
  uketome_has_role('consultation')
  and exists (select from consultation_cases c where c.id = case_id and c.person_id is distinct from uketome_member()) $$);

-- Who of the desk opened what. For the desk alone: the general list of readings would tell that somebody consulted.
create table consultation_readings (
  id uuid primary key,
  organisation_id uuid not null,
  case_id uuid not null references consultation_cases (id),
  member_id uuid not null references access_members (id),
  at timestamptz not null
);
create index on consultation_readings (case_id, at);
call uketome_confine('consultation_readings', $$
  uketome_has_role('consultation')
  and exists (select from consultation_cases c where c.id = case_id and c.person_id is distinct from uketome_member()) $$);

-- What every member of the organisation is given alike: it shows that a consultation without a name comes from here, and
-- not from whom.
create table consultation_doors (
  organisation_id uuid primary key,
  token text not null
);
call uketome_wall('consultation_doors');

-- Who came to the desk and who left it, by whatever door the role changed.
create table consultation_appointments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  member_id uuid not null references access_members (id),
  is_on boolean not null,
  -- Null: not by a person who was signed in, such as at the first start or by SQL.
  by_id uuid,
  at timestamptz not null default now()
);
create index on consultation_appointments (organisation_id, at);
call uketome_confine('consultation_appointments', $$
  uketome_has_role('consultation') or uketome_has_role('admin') or pg_trigger_depth() > 0 $$);

create function consultation_appointed() returns trigger
  language plpgsql as $$
declare
  before boolean := tg_op = 'UPDATE' and 'consultation' = any (old.roles);
  walled text := coalesce(current_setting('uketome.organisation', true), '');
begin
  if before = ('consultation' = any (new.roles)) then
    return new;
  end if;
  perform set_config('uketome.organisation', new.organisation_id::text, true);
  insert into consultation_appointments (organisation_id, member_id, is_on, by_id)
    values (new.organisation_id, new.id, not before, uketome_member());
  perform set_config('uketome.organisation', walled, true);
  return new;
end
$$;
create trigger consultation_appointed after insert or update of roles on access_members
  for each row execute function consultation_appointed();

-- The measures an employer has to take: what the company did about each, with evidence and days.
create table consultation_duties (
  organisation_id uuid not null,
  code text not null,
  grouped text not null,
  -- Null: as shipped.
  title text,
  detail text,
  state text not null,
  owner_id uuid references access_members (id),
  evidence jsonb not null,
  note text not null,
  done_on date,
  review_on date,
  changed_at timestamptz not null,
  changed_by uuid references access_members (id),
  primary key (organisation_id, code)
);
call uketome_wall('consultation_duties');

create table consultation_policies (
  organisation_id uuid not null,
  version int not null,
  words text not null,
  published_on date not null,
  published_by uuid references access_members (id),
  primary key (organisation_id, version)
);
call uketome_wall('consultation_policies');

-- Counted by the room, read by nobody but the person.
create table consultation_acknowledgements (
  organisation_id uuid not null,
  version int not null,
  member_id uuid not null references access_members (id),
  at timestamptz not null,
  primary key (organisation_id, version, member_id)
);
call uketome_confine('consultation_acknowledgements', $$
  member_id = uketome_member() or uketome_room() = 'consultation' $$);
