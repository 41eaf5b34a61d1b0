-- Files of a consultation. The bytes lie in sealed pieces; name, kind and hash are sealed, too. Nobody holds a whole file.
create table consultation_files (
  id uuid primary key,
  organisation_id uuid not null,
  case_id uuid not null references consultation_cases (id) on delete cascade,
  -- Null: the person who consults.
  desk_member_id uuid references access_members (id),
  -- False: what the desk keeps for itself; the person does not see it.
  is_shared boolean not null,
  on_day date not null,
  -- Null where the person gave no name.
  at timestamptz,
  -- Bytes of the file itself, and how many of them are here.
  size bigint not null,
  received bigint not null default 0,
  is_finished boolean not null default false,
  sealed text not null,
  -- A little picture, sealed.
  small bytea
);
create index on consultation_files (case_id);
-- The cases that this one can see, and of these what is meant for them: row security holds inside the policy, too.
call uketome_confine('consultation_files', $$
  exists (select from consultation_cases c where c.id = case_id
    and (is_shared or (uketome_has_role('consultation') and c.person_id is distinct from uketome_member()))) $$);

create table consultation_file_pieces (
  file_id uuid not null references consultation_files (id) on delete cascade,
  organisation_id uuid not null,
  -- The byte of the file with which this piece begins.
  position bigint not null,
  sealed bytea not null,
  primary key (file_id, position)
);
alter table consultation_file_pieces alter column sealed set storage external;
call uketome_confine('consultation_file_pieces', $$
  exists (select from consultation_files f where f.id = file_id) $$);

-- Which file was looked at; null: the consultation itself.
alter table consultation_readings add column file_id uuid references consultation_files (id) on delete cascade;

------------------------------------------------------------------------------------------------ how long they are kept
create table consultation_retentions (
  organisation_id uuid not null,
  version int not null,
  -- After the end of a consultation.
  months int not null check (months between 1 and 360),
  reason text not null,
  from_on date not null,
  decided_on date not null,
  decided_by uuid references access_members (id),
  primary key (organisation_id, version)
);
call uketome_wall('consultation_retentions');

-- The person wishes that it is erased.
alter table consultation_cases add column erasure_wished_on date;
-- A dispute or a procedure in which it may be needed: why, since when and by whom, sealed. Nothing is erased meanwhile.
alter table consultation_cases add column hold text;

-- That something was erased, and nothing of what it was: no person, no code, no id that stood anywhere else.
create table consultation_erasures (
  id uuid primary key,
  organisation_id uuid not null,
  erased_on date not null,
  why text not null check (why in ('period', 'wish')),
  by_id uuid not null references access_members (id)
);
create index on consultation_erasures (organisation_id, erased_on);
call uketome_confine('consultation_erasures', $$ uketome_has_role('consultation') $$);

-- What somebody passes to the desk is a consultation from here on, and lies nowhere else.
drop table wellbeing_passed;
