-- A visit to a customer, or a drill of one. Its words stay here; the timeline says that it was planned, begun and over.
create table visits (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid references complaints (id),
  is_drill boolean not null default false,
  state text not null check (
    state in ('planned', 'left', 'arrived', 'talking', 'ended', 'back', 'called-off')
  ),
  plan jsonb not null,
  starts_at timestamptz not null,
  back_by timestamptz not null,
  check_in_minutes integer not null check (check_in_minutes between 1 and 240),
  made_at timestamptz not null,
  made_by text not null,
  -- Of the plan as it stood; any change of the plan takes them away.
  approved_at timestamptz,
  approved_by uuid,
  left_at timestamptz,
  arrived_at timestamptz,
  talking_at timestamptz,
  last_sign_at timestamptz,
  ended_at timestamptz,
  back_at timestamptz,
  called_off_at timestamptz,
  -- Help that was asked for without a word, and an end that was forced: seen by the watch, told to nobody who visits.
  help_at timestamptz,
  forced_at timestamptz,
  position jsonb,
  -- The phone itself was heard of, whatever the person did.
  contact_at timestamptz,
  battery real,
  queued integer not null default 0,
  -- When the watch has to look next; null: never again.
  watch_at timestamptz,
  report jsonb,
  reported_at timestamptz,
  reported_by text,
  check (is_drill or complaint_id is not null)
);
create index on visits (watch_at) where watch_at is not null;
create index on visits (organisation_id, starts_at);
create index on visits (complaint_id);
call uketome_wall('visits');

create table visits_people (
  visit_id uuid not null references visits (id),
  member_id uuid not null,
  role text not null check (role in ('visitor', 'outside', 'watcher')),
  organisation_id uuid not null,
  primary key (visit_id, member_id, role)
);
create index on visits_people (member_id);
call uketome_wall('visits_people');

-- Every press of a phone, once: `at` when it was pressed, `received_at` when it came.
create table visits_presses (
  id uuid primary key,
  organisation_id uuid not null,
  visit_id uuid not null references visits (id),
  member_id uuid not null,
  kind text not null,
  minutes integer,
  at timestamptz not null,
  received_at timestamptz not null,
  -- Came too late to change anything.
  is_noted boolean not null
);
create index on visits_presses (visit_id, at);
call uketome_wall('visits_presses');

create table visits_alarms (
  id uuid primary key,
  organisation_id uuid not null,
  visit_id uuid not null references visits (id),
  kind text not null check (
    kind in ('missed-check-in', 'silent-help', 'duress', 'phone-sign', 'overdue-return', 'lost-contact', 'trial')
  ),
  due_at timestamptz not null,
  raised_at timestamptz not null,
  round integer not null default 1,
  rung integer not null default 0,
  -- When it goes one rung on, or comes back to somebody who said nothing; null once it is closed.
  step_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  police_at timestamptz,
  police_words text,
  closed_at timestamptz,
  closed_by uuid,
  outcome jsonb,
  position jsonb,
  -- Raised once, whichever node is first.
  unique (visit_id, kind, due_at)
);
create index on visits_alarms (step_at) where step_at is not null;
create index on visits_alarms (organisation_id, raised_at);
create index on visits_alarms (visit_id);
call uketome_wall('visits_alarms');

-- What happened to an alarm, in order: nothing of it is ever changed.
create table visits_steps (
  id uuid primary key,
  organisation_id uuid not null,
  alarm_id uuid not null references visits_alarms (id),
  kind text not null check (
    kind in ('raised', 'rung', 'acknowledged', 'lapsed', 'police', 'closed', 'sign-of-life')
  ),
  round integer not null,
  rung integer not null,
  at timestamptz not null,
  member_id uuid,
  words text
);
create index on visits_steps (alarm_id, at);
call uketome_wall('visits_steps');

-- Who was told of an alarm by which way, and whether it arrived.
create table visits_tellings (
  id uuid primary key,
  organisation_id uuid not null,
  alarm_id uuid not null references visits_alarms (id),
  round integer not null,
  rung integer not null,
  channel text not null check (channel in ('screen', 'push', 'mail', 'gateway')),
  member_id uuid,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  detail text not null default '',
  at timestamptz not null,
  done_at timestamptz
);
create index on visits_tellings (alarm_id, at);
call uketome_wall('visits_tellings');

create table visits_settings (
  organisation_id uuid primary key,
  content jsonb not null,
  -- What signs what the gateway is sent; sealed.
  gateway_secret text,
  changed_at timestamptz not null,
  changed_by text not null
);
call uketome_wall('visits_settings');

-- Hashed as passwords are. The second one ends a visit under duress.
create table visits_pins (
  member_id uuid primary key,
  organisation_id uuid not null,
  pin_hash text not null,
  duress_hash text not null,
  changed_at timestamptz not null
);
call uketome_wall('visits_pins');

-- May an alarm carry the position of this person's phone?
create table visits_consents (
  member_id uuid primary key,
  organisation_id uuid not null,
  is_given boolean not null,
  changed_at timestamptz not null
);
call uketome_wall('visits_consents');
