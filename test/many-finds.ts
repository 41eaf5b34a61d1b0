import { Client } from 'pg'

/**
 * Writes `many` complaints with 返金 beside those of the only company there is, the first newest: twelve in each second, `aDay` each day, after
 * each 30 days 70 without any, and before the oldest a year without. Every seventh is closed, every fiftieth a matter of safety,
 * every third of low severity and every 500th critical.
 */
export async function writeFinds(url: string, many: number, aDay = 120): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `insert into complaints (id, organisation_id, number, head, head_hash, channel, state, subject, excerpt, received_at, closed_at, is_safety, severity)
         select gen_random_uuid(), (select id from access_organisations), 'M-' || nth, 1, '', 'mail', case when nth % 7 = 0 then 'closed' else 'received' end,
                '返金のお願い ' || nth, 'まだ返金がありません。',
                timestamptz '2026-11-01T23:00:00Z' - make_interval(
                  secs => nth / 12, days => nth / $2 + 70 * (nth / (30 * $2)) + case when nth > 9000 then 300 else 0 end),
                case when nth % 7 = 0 then now() end, nth % 50 = 0,
                case when nth % 500 = 0 then 'critical' when nth % 3 = 0 then 'low' else 'medium' end
           from generate_series(1, $1::int) nth`,
      [many, aDay],
    )
    await client.query(
      `insert into complaints_search (complaint_id, organisation_id, received_at, terms)
         select id, organisation_id, received_at, array_to_tsvector(array['返金',
                  case when closed_at is null then '@open' else '@closed' end,
                  '@' || to_char(received_at at time zone 'UTC', 'YYYY-MM-DD')]
                  || case when is_safety and closed_at is null then array['@safety'] else '{}' end)
           from complaints where number like 'M-%'`,
    )
  } finally {
    await client.end()
  }
}
