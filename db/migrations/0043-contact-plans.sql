-- Contact plans as they stand now. What was proposed, agreed, objected to and lifted is in the timeline of the complaint
-- they were made from; they hold for whoever that complaint belongs to, also after customers were merged or split.
create table harassment_plans (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  state text not null check (state in ('proposed', 'in-force', 'declined', 'lifted')),
  -- Of the version that was agreed last; 0: none was.
  version integer not null default 0,
  -- What was agreed, as plans/contract has it; null before that.
  terms jsonb,
  -- After this day it restricts nothing any more.
  review_on date,
  changed_at timestamptz not null,
  check (state <> 'in-force' or (terms is not null and review_on is not null))
);
create index on harassment_plans (complaint_id);
create index on harassment_plans (organisation_id, review_on) where state = 'in-force';
call uketome_wall('harassment_plans');

-- Who said why they answer otherwise than a plan has it; the reason is in the timeline.
create table harassment_plan_departures (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  member_id uuid not null references access_members (id),
  way text not null,
  at timestamptz not null
);
create index on harassment_plan_departures (complaint_id, member_id, at);
call uketome_wall('harassment_plan_departures');

create table harassment_plan_settings (
  organisation_id uuid primary key,
  -- Days until the review that a new plan begins with, and the most that may be chosen.
  usual_days integer not null,
  longest_days integer not null,
  -- Who may agree; empty: every supervisor and administrator.
  decider_ids uuid[] not null default '{}',
  objection text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
call uketome_wall('harassment_plan_settings');
