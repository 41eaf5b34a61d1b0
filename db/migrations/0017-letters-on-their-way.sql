-- What the gate asked about and what was answered, with whether a supervisor answered: it is held against the record again
-- each time the letter is about to leave.
alter table letters add column reasons jsonb not null default '[]';

-- Files that go with a letter. Their bytes lie with the evidence of the complaint.
create table letters_attachments (
  letter_id uuid not null references letters (id),
  organisation_id uuid not null,
  position int not null,
  evidence_id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  sha256 text not null,
  primary key (letter_id, position)
);
call uketome_wall('letters_attachments');

-- All files of one letter together.
alter table letters_settings add column attachments_megabytes int not null default 10;

-- Keys a mailbox signs with (RFC 6376). The next one is published while the last one still signs.
create table letters_signing_keys (
  id uuid primary key,
  organisation_id uuid not null,
  mailbox_id uuid not null references intake_mailboxes (id),
  domain text not null,
  selector text not null,
  -- Sealed by platform/vault: without UKETOME_SECRET it is noise.
  private_key text not null,
  -- The p= of the record to publish.
  public_key text not null,
  is_on boolean not null default false,
  -- What DNS said when it was asked last, as a code, and the record that was found there.
  checked_at timestamptz,
  outcome text,
  found text,
  made_at timestamptz not null,
  made_by text not null,
  unique (organisation_id, domain, selector)
);
create unique index on letters_signing_keys (mailbox_id) where is_on;
call uketome_wall('letters_signing_keys');
