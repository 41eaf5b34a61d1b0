-- The person's leader is told of a promise that nobody has taken up; one whose words were never said is withdrawn.
alter table commitments
  add column raise_at timestamptz,
  add column raised_at timestamptz,
  add column withdrawn_at timestamptz,
  add column withdrawn_reason text,
  -- The entry, or the letter, in which the customer was told.
  add column said_in uuid;

-- Open, kept, broken, or withdrawn with a reason: there is nothing else that a promise can be.
alter table commitments add constraint commitments_standing check (
  case state
    when 'open' then kept_at is null and broken_at is null and withdrawn_at is null
    when 'kept' then kept_at is not null and withdrawn_at is null
    when 'broken' then broken_at is not null and kept_at is null and withdrawn_at is null
    when 'withdrawn' then withdrawn_at is not null and withdrawn_reason <> '' and kept_at is null
    else false
  end
);
create index on commitments (said_in) where said_in is not null;

-- The promises of one member as a calendar, under a secret address; only its hash stays.
create table commitments_feeds (
  id uuid primary key,
  organisation_id uuid not null,
  member_id uuid not null references access_members (id),
  secret_hash text not null unique,
  made_at timestamptz not null,
  read_at timestamptz,
  revoked_at timestamptz
);
create unique index on commitments_feeds (organisation_id, member_id) where revoked_at is null;
call uketome_wall('commitments_feeds');

-- Whether the calendars of an organisation name customers. Without a row they do not.
create table commitments_settings (
  organisation_id uuid primary key,
  names_in_feed boolean not null,
  changed_by uuid not null references access_members (id),
  changed_at timestamptz not null
);
call uketome_wall('commitments_settings');
