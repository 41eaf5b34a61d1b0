-- Words on their way into the record, and the words a company adds to the judges.

-- What speech-to-text is still unsure of. A final utterance leaves its words to the timeline and keeps a line here, so
-- that a provisional text which arrives late cannot take its place.
create table complaints_utterances (
  organisation_id uuid not null,
  id uuid not null,
  complaint_id uuid not null references complaints (id),
  state text not null,
  speaker text not null,
  text text not null,
  cues jsonb not null,
  said_at timestamptz not null,
  heard_at timestamptz not null,
  primary key (organisation_id, id)
);
create index on complaints_utterances (complaint_id) where state = 'provisional';
call uketome_wall('complaints_utterances');

create table language_company_words (
  id uuid primary key,
  organisation_id uuid not null,
  entry jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create index on language_company_words (organisation_id);
call uketome_wall('language_company_words');

-- Who added, edited or took away which words. Only ever added to.
create table language_company_words_changes (
  id uuid primary key,
  organisation_id uuid not null,
  words_id uuid not null,
  what text not null,
  entry jsonb not null,
  at timestamptz not null,
  by text not null
);
create index on language_company_words_changes (organisation_id, at);
call uketome_wall('language_company_words_changes');
do $$
begin
  if exists (select from pg_roles where rolname = 'uketome_desk') then
    revoke update, delete on language_company_words_changes from uketome_desk;
  end if;
end
$$;
