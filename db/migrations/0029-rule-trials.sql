-- The draft of a company's rules, tried on every complaint of a span of days: step by step, one trial at a time.
create table remedies_trials (
  organisation_id uuid primary key,
  id uuid not null unique,
  -- What is compared: exactly this revision of the draft with exactly this version of the table.
  revision integer not null,
  from_number integer not null,
  from_day date not null,
  until_day date not null,
  -- The day whose rules are compared.
  on_day date not null,
  state text not null check (state in ('running', 'stopped', 'finished')),
  total integer not null,
  looked integer not null,
  changed integer not null,
  -- Yen and rows so far, as the contract of the room has them.
  sums jsonb not null,
  -- The complaint that was looked at last; the next step goes on behind it.
  last_id uuid,
  started_at timestamptz not null,
  started_by text not null
);

-- Complaints that would be offered something else, in the order in which they were found.
create table remedies_trial_cases (
  organisation_id uuid not null,
  trial_id uuid not null references remedies_trials (id) on delete cascade,
  place integer not null,
  complaint_id uuid not null,
  gained jsonb not null,
  lost jsonb not null,
  primary key (trial_id, place)
);

call uketome_wall('remedies_trials');
call uketome_wall('remedies_trial_cases');
