-- What the business calendar was, and until when: time that has been counted stays counted as it was.
create table access_calendars (
  organisation_id uuid not null references access_organisations (id),
  until timestamptz not null,
  calendar jsonb not null,
  primary key (organisation_id, until)
);
call uketome_wall('access_calendars');

-- A desk: who works there, what it takes, when it is open.
create table assignment_desks (
  id uuid primary key,
  organisation_id uuid not null,
  name text not null,
  position int not null,
  member_ids uuid[] not null default '{}',
  skills jsonb not null default '[]',
  -- Versions of its own hours, oldest first; a version without a calendar is the organisation's.
  hours jsonb not null,
  assigns_at_arrival boolean not null
);
create index on assignment_desks (organisation_id, position);
call uketome_wall('assignment_desks');

-- What somebody knows, how much they carry well, and when they work.
create table assignment_members (
  member_id uuid primary key references access_members (id),
  organisation_id uuid not null,
  skills jsonb not null default '[]',
  carries int not null,
  hours jsonb
);
create index on assignment_members (organisation_id);
call uketome_wall('assignment_members');

create table assignment_absences (
  id uuid primary key,
  organisation_id uuid not null,
  member_id uuid not null references access_members (id),
  from_at timestamptz not null,
  until_at timestamptz not null,
  promises_to uuid references access_members (id),
  complaints_to uuid references access_members (id),
  arrivals_to uuid references access_members (id),
  began_at timestamptz,
  ended_at timestamptz
);
create index on assignment_absences (organisation_id, until_at) where ended_at is null;
call uketome_wall('assignment_absences');

-- Where a complaint waits and which target comes first: for lists only, computed anew from the timeline whenever it moves.
create table assignment_places (
  complaint_id uuid primary key references complaints (id),
  organisation_id uuid not null,
  desk_id uuid references assignment_desks (id),
  queued_at timestamptz,
  goal text,
  due_at timestamptz
);
create index on assignment_places (organisation_id, desk_id);
create index on assignment_places (organisation_id, due_at) where due_at is not null;
create index on assignment_places (organisation_id, queued_at) where queued_at is not null;
call uketome_wall('assignment_places');

-- Each edition holds from its day on until the next one.
create table assignment_targets (
  organisation_id uuid not null,
  from_on date not null,
  rows jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null references access_members (id),
  primary key (organisation_id, from_on)
);
call uketome_wall('assignment_targets');

-- Who has which page open right now. A row lives as long as its browser says so, and nothing of it is kept.
create unlogged table assignment_presences (
  id uuid primary key,
  organisation_id uuid not null,
  member_id uuid not null references access_members (id),
  complaint_id uuid,
  doing text not null,
  seen_at timestamptz not null
);
create index on assignment_presences (organisation_id, seen_at);
call uketome_wall('assignment_presences');

create table assignment_views (
  id uuid primary key,
  organisation_id uuid not null,
  member_id uuid not null references access_members (id),
  name text not null,
  filter jsonb not null,
  created_at timestamptz not null
);
create index on assignment_views (organisation_id, member_id);
call uketome_wall('assignment_views');

create table assignment_marks (
  complaint_id uuid not null references complaints (id),
  organisation_id uuid not null,
  mark text not null,
  primary key (complaint_id, mark)
);
create index on assignment_marks (organisation_id, mark);
call uketome_wall('assignment_marks');
