-- Every message as it came, stored before anybody looks at it, and what became of it.
create table intake_mails (
  id uuid primary key,
  organisation_id uuid not null,
  bytes bytea not null,
  sha256 text not null,
  size integer not null,
  mailbox text not null,
  received_at timestamptz not null,
  -- stored: nobody has read it yet. set-aside: read, and not from a person (a list, an automatic answer).
  state text not null check (state in ('stored', 'entered', 'set-aside', 'not-understood')),
  reason text,
  read_at timestamptz,
  readings integer not null default 0,
  understood jsonb,
  message_id text,
  sender text,
  -- Folded, without Re: and the like: what a reply has in common with what it answers.
  subject_key text,
  complaint_id uuid references complaints (id),
  -- Perhaps the same matter; only a person may say so.
  suggested_id uuid references complaints (id),
  unique (organisation_id, sha256)
);
-- A download of an attachment need not unpack a row that hardly shrinks.
alter table intake_mails alter column bytes set storage external;
create index on intake_mails (organisation_id, message_id) where message_id is not null;
create index on intake_mails (organisation_id, sender, subject_key, received_at) where complaint_id is not null;
create index on intake_mails (complaint_id) where complaint_id is not null;
create index on intake_mails (organisation_id, received_at) where state <> 'entered';
call uketome_wall('intake_mails');
