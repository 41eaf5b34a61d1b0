-- How often a customer was told to hear of us. The note that is due is a promise like any other.
create table commitments_progress (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  every integer not null check (every between 1 and 90),
  unit text not null check (unit in ('days', 'business-days')),
  channel text not null check (channel in ('phone', 'mail', 'chat', 'letter')),
  -- As the customer was told.
  words text not null,
  told_by uuid not null references access_members (id),
  told_at timestamptz not null,
  -- The note that is due now, and the one that was given before it.
  commitment_id uuid not null references commitments (id),
  previous_id uuid references commitments (id),
  notes integer not null default 0,
  last_said text not null default '',
  last_at timestamptz,
  -- Why the note waits, and for whom: both or neither.
  pause_reason text,
  pause_waiter text,
  pause_kind text check (pause_kind in ('person', 'department')),
  paused_at timestamptz,
  ended_at timestamptz,
  check ((pause_reason is null) = (pause_waiter is null)),
  check ((pause_reason is null) = (pause_kind is null)),
  check ((pause_reason is null) = (paused_at is null)),
  check (pause_reason <> '' and pause_waiter <> '')
);
create unique index on commitments_progress (organisation_id, complaint_id) where ended_at is null;
create index on commitments_progress (commitment_id);
create index on commitments_progress (previous_id);
call uketome_wall('commitments_progress');
