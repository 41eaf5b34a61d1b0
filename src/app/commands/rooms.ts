import type { Command, CommandCall } from '#kernel/command.ts'
import { organisationFor } from '#features/access/door.ts'
import { importCommands } from '#features/intake/import/commands.ts'
import { contentCommands } from '#features/complaints/contents/commands.ts'
import { recordCommands } from '#features/complaints/commands.ts'
import { verifyPackFile, verifyProtected } from '#features/protection/verification/commands.ts'
import { remedyExport } from '#features/remedies/door.ts'
import { readConfiguration } from '../configuration.ts'
import { openHouse } from '../house.ts'
import { openLog } from './logging.ts'

/** Verbs of rooms that need the house open. */
export function importing(): readonly Command[] {
  return importCommands(open)
}

export function fileKeeping(): readonly Command[] {
  return contentCommands(open)
}

export function recordKeeping(): readonly Command[] {
  return recordCommands(open, remedyExport).map((each) =>
    each.name === 'verify' ? withPacks(each) : each,
  )
}

/** The same verb for a file that was given out: it is read alone, also where there is no database. */
function withPacks(verify: Command): Command {
  return {
    ...verify,
    usage: [
      verify.usage,
      'uketome verify 証拠一式.zip [--fingerprint 表紙の指紋]',
      '',
      '証拠一式だけを読みます。データベースも通信も使いません。',
      '終了コード: 0 作られたままで鍵も指紋どおり、1 変えられている、2 指紋を比べていないか読めない',
      '',
    ].join('\n'),
    options: {
      ...verify.options,
      fingerprint: { type: 'string', summary: '証拠一式の表紙にある、署名の鍵の指紋' },
    },
    async run(call) {
      const [file] = call.positionals
      if (file !== undefined) return verifyPackFile(file, call)
      const ordinary = await verify.run(call)
      return Math.max(ordinary, await protectedToo(call))
    },
  }
}

/** The protective records have chains of their own. */
async function protectedToo(call: CommandCall): Promise<number> {
  const { ports, close } = await open()
  try {
    const slug = call.values['organisation']
    const { id } = await organisationFor(ports.db, typeof slug === 'string' ? slug : undefined)
    return await verifyProtected(ports, id, call)
  } finally {
    await close()
  }
}

async function open() {
  return openHouse(readConfiguration(process.env), openLog(process.env['UKETOME_LOG']))
}
