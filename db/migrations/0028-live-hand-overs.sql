-- What whoever asked sees without asking again: when it goes on by itself, who had it and did not look, what came back.
alter table escalation_requests
  add column up_at timestamptz,
  add column passed_by uuid references access_members (id),
  add column answer text;

-- A shift is also told to a whole desk, about everything that is open there; whoever has read it says so.
alter table escalation_shifts
  alter column to_id drop not null,
  add column to_desk_id uuid references assignment_desks (id) on delete set null,
  add column from_desk_id uuid references assignment_desks (id) on delete set null,
  add column note text not null default '',
  add constraint escalation_shifts_one_receiver check (to_id is null or to_desk_id is null);
alter table escalation_shift_items add column confirmed_by uuid references access_members (id);
create table escalation_shift_reads (
  shift_id uuid not null references escalation_shifts (id),
  organisation_id uuid not null,
  member_id uuid not null references access_members (id),
  read_at timestamptz not null,
  primary key (shift_id, member_id)
);
call uketome_wall('escalation_shift_reads');
