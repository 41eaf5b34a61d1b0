-- What we write to customers. The state is taken under the lock of the complaint before a mail server is spoken to.
create table letters (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  mailbox_id uuid,
  kind text not null check (kind in ('reply', 'acknowledgement')),
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'unknown', 'stopped', 'cancelled')),
  written_by text not null,
  written_at timestamptz not null,
  -- The first moment at which it may leave: after the undo window, or for another attempt.
  send_at timestamptz not null,
  -- The last sequence the writer had seen.
  based_on integer not null,
  sender_name text not null,
  sender_address text not null,
  recipients text[] not null,
  cc text[] not null,
  subject text not null,
  -- As it was typed; `bytes` has what became of it.
  text text not null,
  signature text not null,
  message_id text not null,
  attempts integer not null default 0,
  attempt_at timestamptz,
  sent_at timestamptz,
  trouble text,
  said text,
  bounce jsonb,
  -- The message as it was handed to the mail server, byte for byte.
  bytes bytea,
  -- Of an acknowledgement: whom it tells, as addresses are counted, and what its thread is about.
  counted_address text,
  counted_subject text,
  unique (organisation_id, message_id)
);
alter table letters alter column bytes set storage external;
create index on letters (complaint_id, written_at);
create index on letters (organisation_id, counted_address, written_at) where counted_address is not null;
call uketome_wall('letters');

create table letters_settings (
  organisation_id uuid primary key,
  undo_seconds integer not null,
  acknowledges boolean not null,
  -- Null: the text that comes with the product.
  acknowledgement text,
  -- Addresses of mailboxes that acknowledge nothing by themselves.
  silent_mailboxes text[] not null,
  changed_at timestamptz not null,
  changed_by text not null
);
call uketome_wall('letters_settings');
