-- What was brought from elsewhere, how its columns were read, and what became of each of its lines.
create table intake_imports (
  id uuid primary key,
  organisation_id uuid not null,
  name text not null,
  sha256 text not null,
  size integer not null,
  -- The file as it came. Gone when the run is over: every line then stands in intake_import_lines.
  bytes bytea,
  kind text not null check (kind in ('table', 'zendesk', 'freshdesk', 'zammad')),
  state text not null check (state in ('read', 'checked', 'running', 'stopped', 'finished')),
  -- Encoding, delimiter, heading, columns: what was found in the file.
  shape jsonb not null,
  -- Which column is what, and what its values mean.
  plan jsonb not null,
  brought_by text not null,
  brought_by_name text not null,
  brought_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz
);
alter table intake_imports alter column bytes set storage external;
create index on intake_imports (organisation_id, brought_at);
call uketome_wall('intake_imports');

create table intake_import_lines (
  import_id uuid not null references intake_imports (id),
  organisation_id uuid not null,
  -- Where somebody finds it again in the file.
  line integer not null,
  state text not null check (state in ('waiting', 'taken', 'known', 'refused', 'skipped')),
  -- The code of a refusal with its data; sentences are made when it is read.
  reason jsonb,
  remarks jsonb not null default '[]',
  -- As it stood in the file; null once the personal data of its complaint were erased.
  raw jsonb,
  source_key text,
  complaint_id uuid references complaints (id),
  primary key (import_id, line)
);
create index on intake_import_lines (import_id, state, line);
create index on intake_import_lines (complaint_id) where complaint_id is not null;
call uketome_wall('intake_import_lines');

-- A mapping that was given a name, to be used again for next month's file.
create table intake_mappings (
  id uuid primary key,
  organisation_id uuid not null,
  name text not null,
  plan jsonb not null,
  saved_at timestamptz not null,
  saved_by_name text not null,
  unique (organisation_id, name)
);
call uketome_wall('intake_mappings');

-- Where a review stands and what the desk did about it; its words are in the timeline of its complaint.
create table intake_reviews (
  complaint_id uuid primary key references complaints (id),
  organisation_id uuid not null,
  site text not null,
  url text,
  author text,
  stars numeric(2, 1),
  posted_at timestamptz,
  posted_precision text,
  seen_at timestamptz not null,
  status text not null check (status in ('open', 'answered', 'moved-to-private', 'left-alone')),
  reason text,
  settled_at timestamptz,
  settled_by_name text
);
create index on intake_reviews (organisation_id, status, seen_at);
call uketome_wall('intake_reviews');
