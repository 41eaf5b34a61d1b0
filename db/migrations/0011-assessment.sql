-- One clock of one kind in one complaint: offered, running, done, or declared not to apply. The timeline says the same.
create table assessment_clocks (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  code text not null,
  state text not null check (state in ('offered', 'running', 'done', 'not-applicable')),
  -- As it was when somebody decided: a later change of the law does not move a clock that runs.
  definition jsonb not null,
  whose text not null,
  variant text,
  start_on date,
  start_time text,
  stages jsonb not null default '[]',
  -- Of the stages that are not done the first; null when nothing is to come.
  next_due_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  reason text,
  -- How often the start was decided: a timer of an earlier one does nothing.
  round integer not null default 0,
  history jsonb not null default '[]',
  unique (complaint_id, code)
);
create index on assessment_clocks (organisation_id, next_due_at) where state = 'running';
create index on assessment_clocks (organisation_id, complaint_id) where state = 'offered';
call uketome_wall('assessment_clocks');

-- A kind of clock in a company's own words, in force from a day on. Only ever added to.
create table assessment_definitions (
  id uuid primary key,
  organisation_id uuid not null,
  code text not null,
  effective_from date not null,
  text text not null,
  is_resting boolean not null,
  note text not null,
  at timestamptz not null,
  by text not null
);
create index on assessment_definitions (organisation_id, code);
call uketome_wall('assessment_definitions');

create table assessment_settings (
  organisation_id uuid primary key,
  -- Minutes after which an open complaint without initial assessment stands on Today.
  assess_within integer not null,
  changed_at timestamptz not null,
  changed_by text not null
);
call uketome_wall('assessment_settings');

create index on complaints (organisation_id, received_at) where closed_at is null and severity is null;

do $$
begin
  if exists (select from pg_roles where rolname = 'uketome_desk') then
    revoke update, delete on assessment_definitions from uketome_desk;
  end if;
end
$$;
