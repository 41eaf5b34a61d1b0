-- The name customers are told, where somebody does not want to be found by their own.
alter table access_members
  add column business_name text check (business_name = trim(business_name) and business_name <> '');

do $$
begin
  if exists (select from pg_roles where rolname = 'uketome_desk') then
    grant update (business_name) on access_members to uketome_desk;
  end if;
end
$$;
