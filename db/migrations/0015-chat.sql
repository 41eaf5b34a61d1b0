-- Conversations in writing. Their words are in the timeline of the complaint; here is who may read on, and how it stands.
create table chat_conversations (
  complaint_id uuid primary key references complaints (id),
  organisation_id uuid not null,
  -- SHA-256 of what only the customer's browser has.
  token_hash text not null,
  language text not null check (language in ('ja', 'en')),
  opened_at timestamptz not null,
  -- The token opens it until then; each word moves it on.
  expires_at timestamptz not null,
  -- Since when the customer has had no reply; null: nobody waits.
  waiting_since timestamptz,
  taken_by uuid references access_members (id),
  ended_at timestamptz,
  -- Up to which sequence each side has read.
  customer_read integer not null default 0,
  desk_read integer not null default 0,
  customer_seen_at timestamptz,
  customer_typing_at timestamptz,
  desk_typing_at timestamptz,
  unique (organisation_id, token_hash)
);
create index on chat_conversations (organisation_id, waiting_since) where waiting_since is not null;
create index on chat_conversations (organisation_id, taken_by) where ended_at is null;
call uketome_wall('chat_conversations');

create table chat_settings (
  organisation_id uuid primary key,
  is_on boolean not null,
  changed_at timestamptz not null,
  changed_by text not null
);
call uketome_wall('chat_settings');
