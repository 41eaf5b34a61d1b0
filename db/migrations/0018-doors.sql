-- The form can be shut, and says what this company's customers had better have at hand (one thing on each line).
alter table intake_web_forms
  add column is_open boolean not null default true,
  add column prepare text not null default '' check (length(prepare) <= 1000);

-- Found when all bytes are here: whether a photo tells where it was taken, and a small picture of it.
alter table complaints_evidence
  add column has_place boolean not null default false,
  add column small bytea;
alter table complaints_evidence alter column small set storage external;
