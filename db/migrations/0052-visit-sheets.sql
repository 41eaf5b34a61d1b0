-- A way that fails is tried again: how often so far. What nobody needs any more, because somebody took it, is not sent.
alter table visits_tellings add column attempts integer not null default 0;
alter table visits_tellings drop constraint visits_tellings_state_check;
alter table visits_tellings add constraint visits_tellings_state_check
  check (state in ('waiting', 'delivered', 'failed', 'dropped'));
create index on visits_tellings (organisation_id, done_at) where state = 'failed';

-- The reasons of the risk that were known when it was approved; one that comes later takes the approval away.
alter table visits add column approved_with jsonb;

-- What a sheet for the police said when somebody opened or printed it. Nothing of it is ever changed.
create table visits_police_sheets (
  id uuid primary key,
  organisation_id uuid not null,
  visit_id uuid not null references visits (id),
  number text not null check (number in ('110', '#9110')),
  how text not null check (how in ('opened', 'printed')),
  member_id uuid not null,
  at timestamptz not null,
  content jsonb
);
create index on visits_police_sheets (visit_id, at);
call uketome_wall('visits_police_sheets');
