-- Who is not to be given anything now, and until when. It says nothing of why; a row that is over is taken away.
create table assignment_rests (
  member_id uuid primary key references access_members (id),
  organisation_id uuid not null,
  until_at timestamptz not null
);
create index on assignment_rests (organisation_id, until_at);
call uketome_wall('assignment_rests');

-- What the company sets, who set it and when. Without a row: as shipped.
create table wellbeing_settings (
  organisation_id uuid primary key references access_organisations (id),
  content jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null references access_members (id)
);
call uketome_wall('wellbeing_settings');

-- What one talk or visit asked of one person, counted from the record.
create table wellbeing_exposures (
  id uuid primary key,
  organisation_id uuid not null,
  member_id uuid not null references access_members (id),
  kind text not null check (kind in ('call', 'visit')),
  -- The call or the visit.
  cause_id uuid not null,
  complaint_id uuid references complaints (id),
  ended_at timestamptz not null,
  minutes real not null,
  insults integer not null,
  threats integer not null,
  alarms integer not null,
  unique (cause_id, member_id)
);
create index on wellbeing_exposures (member_id, ended_at);
call uketome_confine('wellbeing_exposures',
  $$ member_id = uketome_member() or uketome_room() = 'wellbeing' $$);

-- That somebody needs relief, and until when: all that supervisors are told.
create table wellbeing_needs (
  member_id uuid primary key references access_members (id),
  organisation_id uuid not null,
  until_at timestamptz not null
);
create index on wellbeing_needs (organisation_id, until_at);
call uketome_confine('wellbeing_needs',
  $$ uketome_has_role('supervisor') or uketome_has_role('admin')
    or member_id = uketome_member() or uketome_room() = 'wellbeing' $$);

create table wellbeing_offers (
  id uuid primary key,
  organisation_id uuid not null,
  member_id uuid not null references access_members (id),
  why text not null check (why in ('exposure', 'ended', 'colleague')),
  offered_at timestamptz not null,
  answered_at timestamptz
);
create unique index on wellbeing_offers (member_id) where answered_at is null;
call uketome_confine('wellbeing_offers',
  $$ member_id = uketome_member() or uketome_room() = 'wellbeing' $$);

create table wellbeing_breaks (
  id uuid primary key,
  organisation_id uuid not null,
  member_id uuid not null references access_members (id),
  minutes integer not null,
  from_at timestamptz not null,
  until_at timestamptz not null
);
create index on wellbeing_breaks (member_id, from_at);
call uketome_confine('wellbeing_breaks',
  $$ member_id = uketome_member() or uketome_room() = 'wellbeing' $$);

-- From one colleague to another; the words are sealed.
create table wellbeing_messages (
  id uuid primary key,
  organisation_id uuid not null,
  from_id uuid not null references access_members (id),
  to_id uuid not null references access_members (id),
  sealed text not null,
  sent_at timestamptz not null,
  read_at timestamptz
);
create index on wellbeing_messages (to_id, sent_at);
call uketome_confine('wellbeing_messages',
  $$ to_id = uketome_member() or uketome_room() = 'wellbeing' $$);

create table wellbeing_mutes (
  member_id uuid primary key references access_members (id),
  organisation_id uuid not null
);
call uketome_confine('wellbeing_mutes',
  $$ member_id = uketome_member() or uketome_room() = 'wellbeing' $$);

-- Three answers and own words, sealed for one person.
create table wellbeing_checks (
  id uuid primary key,
  organisation_id uuid not null,
  member_id uuid not null references access_members (id),
  at timestamptz not null,
  sealed text not null
);
create index on wellbeing_checks (member_id, at);
call uketome_confine('wellbeing_checks',
  $$ member_id = uketome_member() $$);

-- What somebody has passed to the consultation desk.
create table wellbeing_passed (
  id uuid primary key,
  organisation_id uuid not null,
  member_id uuid not null references access_members (id),
  at timestamptz not null,
  sealed text not null,
  seen_at timestamptz,
  seen_by uuid references access_members (id)
);
create index on wellbeing_passed (organisation_id, at);
call uketome_confine('wellbeing_passed',
  $$ member_id = uketome_member() or uketome_has_role('consultation') $$);
