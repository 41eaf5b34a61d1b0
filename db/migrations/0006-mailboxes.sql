-- Mailboxes of the desk: where mail comes from, and how ours goes out.
create table intake_mailboxes (
  id uuid primary key,
  organisation_id uuid not null,
  -- In lower case: what intake_mails.mailbox says.
  address text not null,
  display_name text not null,
  -- 署名 below what is sent from here.
  signature text not null,
  -- Sends what answers no mail of any mailbox.
  is_default boolean not null,
  is_on boolean not null,
  takes_lmtp boolean not null,
  -- host, port, security, user, folder, marksSeen
  imap jsonb,
  -- host, port, security, user
  smtp jsonb,
  -- Sealed by platform/vault: without UKETOME_SECRET they are noise.
  imap_secret text,
  smtp_secret text,
  -- Mail that reached the server before this is not taken; null takes everything.
  takes_since timestamptz,
  state text not null check (state in ('off', 'waiting', 'connected', 'trouble')),
  -- Which trouble, as a code, and what the server said.
  problem text,
  problem_detail text,
  state_at timestamptz not null,
  last_mail_at timestamptz,
  -- The node that reads it, until when unless it says so again; by the clock of the database.
  held_by text,
  held_until timestamptz,
  -- Counts changes of the settings: whoever reads it begins anew.
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (organisation_id, address)
);
create unique index on intake_mailboxes (organisation_id) where is_default;
call uketome_wall('intake_mailboxes');

-- How far a folder has been read (RFC 3501 §2.3.1.1).
create table intake_mailbox_folders (
  mailbox_id uuid not null references intake_mailboxes (id),
  organisation_id uuid not null,
  folder text not null,
  uid_validity bigint not null,
  last_uid bigint not null,
  primary key (mailbox_id, folder)
);
call uketome_wall('intake_mailbox_folders');

-- What we sent, so that an answer or a bounce finds its complaint.
create table intake_sent_mails (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  mailbox_id uuid references intake_mailboxes (id),
  message_id text not null,
  -- Cannot be guessed; stands behind the plus of the address that is answered to.
  token text,
  recipients text[] not null,
  sent_at timestamptz not null,
  unique (organisation_id, message_id)
);
create unique index on intake_sent_mails (organisation_id, token) where token is not null;
create index on intake_sent_mails (complaint_id);
call uketome_wall('intake_sent_mails');

-- The complaint a mail had begun before a person said that it is the same matter as another.
alter table intake_mails add column joined_from uuid references complaints (id);

-- The mailbox a complaint's mail came to, the newest first.
create index on intake_mails (complaint_id, received_at) where complaint_id is not null;
