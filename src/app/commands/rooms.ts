import type { Command } from '#kernel/command.ts'
import { importCommands } from '#features/intake/import/commands.ts'
import { recordCommands } from '#features/complaints/commands.ts'
import { verifyPackFile } from '#features/protection/verification/commands.ts'
import { remedyExport } from '#features/remedies/door.ts'
import { readConfiguration } from '../configuration.ts'
import { openHouse } from '../house.ts'
import { openLog } from './logging.ts'

/** Verbs of rooms that need the house open. */
export function importing(): readonly Command[] {
  return importCommands(open)
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
    run(call) {
      const [file] = call.positionals
      return file === undefined ? verify.run(call) : verifyPackFile(file, call)
    },
  }
}

async function open() {
  return openHouse(readConfiguration(process.env), openLog(process.env['UKETOME_LOG']))
}
