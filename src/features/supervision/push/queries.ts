import type { Tx } from '#platform/db/database.ts'
import type { Device } from './store.ts'

const columns = ['id', 'member_id as memberId', 'endpoint', 'p256dh', 'auth', 'language'] as const

export async function devicesOf(tx: Tx, memberIds: readonly string[]): Promise<Device[]> {
  if (memberIds.length === 0) return []
  const rows = await tx
    .selectFrom('supervision_devices')
    .where('member_id', 'in', [...memberIds])
    .select(columns)
    .orderBy('registered_at')
    .execute()
  return rows.map(toDevice)
}

export async function deviceBy(
  tx: Tx,
  by: { id: string } | { endpoint: string },
): Promise<Device | undefined> {
  const [column, value] =
    'id' in by ? (['id', by.id] as const) : (['endpoint', by.endpoint] as const)
  const row = await tx
    .selectFrom('supervision_devices')
    .where(column, '=', value)
    .select(columns)
    .executeTakeFirst()
  return row && toDevice(row)
}

function toDevice(row: Omit<Device, 'language'> & { language: string }): Device {
  return { ...row, language: row.language === 'en' ? 'en' : 'ja' }
}
