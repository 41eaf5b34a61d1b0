import type { Command } from '#kernel/command.ts'
import { startBackground } from '../background.ts'
import { readConfiguration } from '../configuration.ts'
import { openHouse } from '../house.ts'
import { openLog } from './logging.ts'

export const worker: Command = {
  name: 'worker',
  summary: '約束の見張りとメールの受け取りだけを動かします（serve --no-worker と組みます）。',
  usage: '環境変数は serve と同じです。DATABASE_URL で同じデータベースを指してください。',
  options: {},
  async run({ complain }) {
    const log = openLog(process.env['UKETOME_LOG'])
    const configuration = readConfiguration(process.env)
    const house = await openHouse(configuration, log, complain)
    const running = await startBackground(house, configuration, log)
    complain('見張りを始めました。Ctrl+C で止まります。')
    await new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve())
      process.once('SIGTERM', () => resolve())
    })
    await running.stop()
    await house.close()
    return 0
  },
}
