import type { Command } from '#kernel/command.ts'
import { readConfiguration } from '../configuration.ts'
import { makeDemo } from '../demo/make.ts'
import { openHouse } from '../house.ts'
import { openLog } from './logging.ts'

export const demo: Command = {
  name: 'demo',
  summary: 'お試しの会社（三か月分の苦情）を作ります。会社がもうあれば何もしません。',
  usage: 'DATABASE_URL がなければ、UKETOME_DATA の中のデータベースに作ります。',
  options: {},
  async run({ complain }) {
    const log = openLog(process.env['UKETOME_LOG'])
    const house = await openHouse(readConfiguration(process.env), log, complain)
    try {
      const made = await makeDemo(house, complain)
      complain(made ? 'お試しの会社ができました。' : '会社がもうあるので、何も変えていません。')
      return 0
    } finally {
      await house.close()
    }
  },
}
