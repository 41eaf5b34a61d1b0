import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command, CommandCall } from '#kernel/command.ts'
import { startHub } from '#platform/realtime/hub.ts'
import { demoSignIns, organisations } from '#features/access/door.ts'
import { keepPlaybooksIn } from '#features/guide/store.ts'
import { listen as hear } from '#features/language/door.ts'
import { startBackground } from '../background.ts'
import { readConfiguration, type Configuration } from '../configuration.ts'
import { openHouse, type OpenHouse } from '../house.ts'
import { listen } from '../server.ts'
import { openLog } from './logging.ts'
import { expectFreePort } from './port.ts'

export const serve: Command = {
  name: 'serve',
  summary: '机を開きます（画面・API・約束の見張り）。',
  usage: [
    '環境変数: PORT（既定 3000）、HOST（既定 127.0.0.1）、UKETOME_DATA（既定 ./data）、DATABASE_URL、DATABASE_REPLICA_URL、UKETOME_URL、UKETOME_SECRET、UKETOME_PLAYBOOKS、UKETOME_LMTP、UKETOME_WEBHOOKS_INSIDE、UKETOME_LOG',
    'Ctrl+C で安全に止まります。',
  ].join('\n'),
  options: {
    'demo-when-empty': { type: 'boolean', summary: '会社がまだなければ、お試しの会社を作ります' },
    'no-worker': {
      type: 'boolean',
      summary: '約束の見張りとメールの受け取りを別のプロセス（uketome worker）に任せます',
    },
  },
  run,
}

async function run({ values, complain }: CommandCall): Promise<number> {
  const configuration = readConfiguration(process.env)
  const log = openLog(process.env['UKETOME_LOG'])
  if (configuration.playbooksFolder) keepPlaybooksIn(resolve(configuration.playbooksFolder))
  const stopped = untilStopped()
  // Before anything is made: a port that is taken should not cost the making of a company.
  await expectFreePort(configuration.port, configuration.host)
  // Closed in the opposite order, also when opening breaks off half way.
  await using open = new AsyncDisposableStack()
  const house = await openHouse(configuration, log, complain)
  open.defer(() => house.close())
  if (values['demo-when-empty']) await makeCompanyOnce(house, complain)
  const hub = await startHub(house.databaseUrl, log)
  open.defer(() => hub.stop())
  if (!values['no-worker']) {
    const background = await startBackground(house, configuration, log)
    open.defer(() => background.stop())
  }
  const { ports, signIn } = house
  const webFolder = await builtScreens(configuration)
  const { port, host } = configuration
  const server = await listen({ ports, signIn, hub, webFolder }, port, host)
  open.defer(() => server.close())
  await announce(house, configuration, server.port, complain)
  // The judges make ready at their first sentence, which should not be a customer's; whoever waits at the door comes first.
  setTimeout(() => hear({ speaker: 'customer', text: 'はい。' }), 500).unref()
  await stopped
  complain('止めています…')
  await open.disposeAsync()
  complain('止まりました。データは残っています。')
  return 0
}

async function makeCompanyOnce(house: OpenHouse, say: (line: string) => void) {
  if ((await organisations(house.ports.db)).length > 0) return
  const { makeDemo } = await import('../demo/make.ts')
  await makeDemo(house, say)
}

async function builtScreens({ webFolder }: Configuration): Promise<string | null> {
  return existsSync(join(webFolder, 'index.html')) ? webFolder : null
}

async function announce(
  house: OpenHouse,
  { host, publicUrl }: Configuration,
  port: number,
  say: (line: string) => void,
) {
  const name = host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host
  const address = publicUrl ?? `http://${name}:${port}`
  say('')
  say(`うけとめ を開きました: ${address}`)
  const signIns = await demoSignIns(house.ports.db)
  for (const { title, name: who, email, password, note } of signIns)
    say(`  ${title}　${who}　${email}　${password}${note === '' ? '' : `　${note}`}`)
  if (signIns.length > 0) say(`  お客様のフォーム: ${address}/form/demo`)
  say('Ctrl+C で止まります。')
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
