import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { PushAddress } from '#platform/push.ts'
import type { Language } from '#kernel/dictionary.ts'

export type Device = PushAddress & {
  readonly id: string
  readonly memberId: string
  readonly language: Language
}

/** More than anybody carries; browsers that were given away do not pile up. */
const mostDevices = 10

/** A browser belongs to whoever registered it last: people share machines. */
export async function keepDevice(
  tx: Tx,
  organisationId: string,
  { id, memberId, ...given }: Device,
  at: string,
): Promise<void> {
  const fields = { ...given, member_id: memberId, registered_at: at }
  await tx
    .insertInto('supervision_devices')
    .values({ id, organisation_id: organisationId, ...fields })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'endpoint']).doUpdateSet(fields))
    .execute()
  await sql`
    delete from supervision_devices where id in (
      select id from supervision_devices where member_id = ${memberId}
       order by registered_at desc, id offset ${mostDevices})`.execute(tx)
}

export async function dropDevice(tx: Tx, by: { endpoint: string } | { id: string }): Promise<void> {
  const [column, value] =
    'id' in by ? (['id', by.id] as const) : (['endpoint', by.endpoint] as const)
  await tx.deleteFrom('supervision_devices').where(column, '=', value).execute()
}
