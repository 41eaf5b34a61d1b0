-- A letter on paper was given to the post office, or to the customer: the day, how, and who said so.
alter table letters_papers add column posted_on date;
alter table letters_papers add column posted_how text;
-- お問い合わせ番号; empty without one.
alter table letters_papers add column posted_tracking text;
alter table letters_papers add column posted_at timestamptz;
alter table letters_papers add column posted_by text;
alter table letters_papers add constraint letters_papers_posted_whole
  check ((posted_on is null) = (posted_at is null) and (posted_on is null) = (posted_how is null));
