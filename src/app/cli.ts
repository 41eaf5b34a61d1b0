import { enableCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import type { Command } from '#kernel/command.ts'
import { shippedFolder } from '#platform/shipped.ts'
import { print, complain } from './terminal.ts'

/**
 * name → where the verb lives. Imported one by one: a filter that reads a million lines must not wait for a web server.
 */
const verbs: Record<string, () => Promise<readonly Command[]>> = {
  serve: async () => [(await import('./commands/serve.ts')).serve],
  worker: async () => [(await import('./commands/worker.ts')).worker],
  migrate: async () => [(await import('./commands/migrate.ts')).migrateCommand],
  doctor: async () => [(await import('./commands/doctor.ts')).doctor],
  demo: async () => [(await import('./commands/demo.ts')).demo],
  import: async () => (await import('./commands/rooms.ts')).importing(),
  export: async () => (await import('./commands/rooms.ts')).recordKeeping(),
  files: async () => (await import('./commands/rooms.ts')).fileKeeping(),
  verify: async () => (await import('./commands/rooms.ts')).recordKeeping(),
  listen: async () => (await import('#features/language/commands.ts')).commands,
  lint: async () => (await import('#features/language/commands.ts')).commands,
  promises: async () => (await import('#features/language/commands.ts')).commands,
  stories: async () => {
    const { storyCommands } = await import('#features/guide/commands.ts')
    const { storyLetters: letters } = await import('#features/letters/door.ts')
    const { storyConduct: conduct } = await import('#features/harassment/door.ts')
    return storyCommands({ letters, conduct })
  },
}

// What was compiled once is kept: a filter answers a third of a second earlier the next time.
enableCompileCache(shippedFolder('node_modules/.cache/code'))
process.exitCode = await main(process.argv.slice(2))

async function main([name = '--help', ...rest]: string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') return overview()
  const load = verbs[name]
  if (!load) {
    complain(`「${name}」という命令はありません。npm run -s uketome -- --help で一覧を見られます。`)
    return 2
  }
  const command = (await load()).find((each) => each.name === name)
  if (!command) throw new Error(`${name} is listed but not there`)
  return run(command, rest)
}

async function run(command: Command, rest: string[]): Promise<number> {
  const options = {
    ...command.options,
    help: { type: 'boolean', short: 'h', summary: '' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true })
    if (values['help']) return explain(command)
    const now = new Date().toISOString()
    return await command.run({ values, positionals, stdin: process.stdin, now, print, complain })
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error))
    if (error instanceof TypeError) complain(`使い方: npm run -s uketome -- ${command.name} --help`)
    return 2
  }
}

async function overview(): Promise<number> {
  await print('うけとめ — 苦情を受けとめ、最後まで届ける机')
  await print('')
  for (const [name, load] of Object.entries(verbs)) {
    const command = (await load()).find((each) => each.name === name)
    await print(`  ${name.padEnd(10)} ${command?.summary ?? ''}`)
  }
  await print('')
  await print('それぞれの使い方: npm run -s uketome -- <命令> --help')
  return 0
}

async function explain({ name, summary, usage, options }: Command): Promise<number> {
  await print(`uketome ${name} — ${summary}`)
  await print('')
  await print(usage)
  for (const [option, { short, type, summary: meaning }] of Object.entries(options)) {
    const form = `${short ? `-${short}, ` : ''}--${option}${type === 'string' ? ' <値>' : ''}`
    await print(`  ${form.padEnd(28)} ${meaning}`)
  }
  return 0
}
