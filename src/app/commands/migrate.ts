import type { Command } from '#kernel/command.ts'
import { readConfiguration } from '../configuration.ts'
import { openHouse } from '../house.ts'
import { openLog } from './logging.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'データベースを最新の形にします。何度動かしても同じです。',
  usage: 'DATABASE_URL がなければ、UKETOME_DATA の中のデータベースを使います。',
  options: {},
  async run({ complain }) {
    const house = await openHouse(
      readConfiguration(process.env),
      openLog(process.env['UKETOME_LOG'] ?? 'info'),
      complain,
    )
    await house.close()
    complain('データベースは最新です。')
    return 0
  },
}
