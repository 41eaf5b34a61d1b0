-- Who watched which call, from when until when. A browser that is gone says nothing: it was last seen at `seen_at`.
create table supervision_watches (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  call_id uuid not null references intake_calls (id),
  member_id uuid not null references access_members (id),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create index on supervision_watches (call_id) where ended_at is null;
call uketome_wall('supervision_watches');
