-- The company's own standards for judging and for the ladder. A row is never changed: the newest holds.
create table harassment_standards (
  id uuid primary key,
  organisation_id uuid not null,
  -- Minutes and counts, see harassment/standards/contract.
  thresholds jsonb not null,
  -- Who may decide from the final warning on, besides those who lead.
  decider_ids uuid[] not null default '{}',
  reason text not null,
  set_by uuid not null references access_members (id),
  set_at timestamptz not null
);
create index on harassment_standards (organisation_id, set_at);
call uketome_wall('harassment_standards');

-- Who waits, while talking, for somebody who may decide. What was said and answered is in the timeline.
create table harassment_asks (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  occasion_kind text not null check (occasion_kind in ('call', 'counter', 'visit')),
  -- The call's id; at the counter and on a visit the day.
  occasion_key text not null,
  up_to text not null check (up_to in ('final-warning', 'end')),
  asked_by uuid not null references access_members (id),
  asked_at timestamptz not null,
  answered_at timestamptz
);
create index on harassment_asks (organisation_id, asked_at) where answered_at is null;
call uketome_wall('harassment_asks');

-- Off the phone for a while after a talk that had to be ended. Of no use for any figure: only until when.
create table harassment_reliefs (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  member_id uuid not null references access_members (id),
  started_at timestamptz not null,
  until_at timestamptz not null
);
create index on harassment_reliefs (organisation_id, until_at);
call uketome_wall('harassment_reliefs');
