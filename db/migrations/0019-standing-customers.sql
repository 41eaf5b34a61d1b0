-- Where a record that was merged away is found now: its page leads there.
alter table complaints_customers add column merged_into uuid references complaints_customers (id);

-- Keys as they are folded now: more variants of names, of kana that sound alike, and numbers written with 81 alone.
do $$
declare
  org uuid;
begin
  for org in select id from access_organisations loop
    perform set_config('uketome.organisation', org::text, true);
    update complaints_customers c
      set merged_into = merged.into_id
      from (
        select distinct on (payload ->> 'fromId')
          (payload ->> 'fromId')::uuid as from_id, (payload ->> 'intoId')::uuid as into_id
        from complaints_timeline
        where type = 'complaints.customers-merged' and payload ->> 'side' = 'moved'
        order by payload ->> 'fromId', at desc
      ) merged
      where c.id = merged.from_id
        and coalesce(c.name_key, c.kana_key, c.phone_key, c.email_key) is null
        and exists (select from complaints_customers into_one where into_one.id = merged.into_id)
        and not exists (select from complaints where customer_id = c.id);
    update complaints_customers
      set name_key = translate(
            regexp_replace(name_key, '[\uFE00-\uFE0F\U000E0100-\U000E01EF]', '', 'g'),
            '增逹舩桺枩穗寬莊曻薰飮昻渕渊槗𣘺塲籏濤麴鄉郞朖',
            '増達船柳松穂寛荘昇薫飲昂淵淵橋橋場旗涛麹郷郎朗'
          )
      where name_key is not null;
    update complaints_customers
      set kana_key = translate(kana_key, 'ぢづゐゑをヂヅヰヱヲ', 'じずいえおジズイエオ')
      where kana_key is not null;
    update complaints_customers
      set phone_key = '0' || substr(phone_key, 3)
      where phone_key ~ '^81[1-9]\d{8,9}$';
  end loop;
  perform set_config('uketome.organisation', '', true);
end
$$;
