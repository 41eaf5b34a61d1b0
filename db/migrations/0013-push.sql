-- Browsers that want to be told of a call for help although the board is closed.
create table supervision_devices (
  id uuid primary key,
  organisation_id uuid not null,
  member_id uuid not null references access_members (id),
  -- Given by the browser: where its push service takes messages, and the keys they are sealed with.
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  language text not null check (language in ('ja', 'en')),
  registered_at timestamptz not null,
  unique (organisation_id, endpoint)
);
create index on supervision_devices (organisation_id, member_id);
call uketome_wall('supervision_devices');
