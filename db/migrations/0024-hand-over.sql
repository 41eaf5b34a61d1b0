-- Where requests go, and which bodies outside are named: editions of an organisation's own; the latest holds.
create table escalation_settings (
  id uuid primary key,
  organisation_id uuid not null,
  part text not null check (part in ('routes', 'bodies')),
  content jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null references access_members (id)
);
create index on escalation_settings (organisation_id, part, changed_at);
call uketome_wall('escalation_settings');

-- A request lies with one member, or with a desk; with neither it lies with whoever leads.
alter table escalation_requests
  add column desk_id uuid references assignment_desks (id) on delete set null,
  add column because jsonb not null default '[]',
  add column call_back jsonb,
  add constraint escalation_requests_one_holder check (to_id is null or desk_id is null);
create index on escalation_requests (to_id) where ended_at is null;

-- What one shift tells the next. The lines are read from the records; kept are only what was added and confirmed.
create table escalation_shifts (
  id uuid primary key,
  organisation_id uuid not null,
  from_id uuid not null references access_members (id),
  to_id uuid not null references access_members (id),
  made_at timestamptz not null,
  made_by uuid not null references access_members (id)
);
create index on escalation_shifts (organisation_id, made_at);
call uketome_wall('escalation_shifts');
create table escalation_shift_items (
  shift_id uuid not null references escalation_shifts (id),
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  remark text not null,
  confirmed_at timestamptz,
  primary key (shift_id, complaint_id)
);
create index on escalation_shift_items (complaint_id);
call uketome_wall('escalation_shift_items');

-- What was handed over when somebody went away, so that it can be given back.
create table escalation_transfers (
  id uuid primary key,
  organisation_id uuid not null,
  from_id uuid not null references access_members (id),
  reason text not null,
  items jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null references access_members (id),
  undone_at timestamptz
);
create index on escalation_transfers (organisation_id, made_at);
call uketome_wall('escalation_transfers');
