import { open as openFile } from 'node:fs/promises'
import type { Command, CommandCall } from '#kernel/command.ts'
import { organisationFor } from '#features/access/door.ts'
import { importCommands } from '#features/intake/import/commands.ts'
import { contentCommands } from '#features/complaints/contents/commands.ts'
import { recordCommands } from '#features/complaints/commands.ts'
import { verifyExportFile } from '#features/complaints/archives/commands.ts'
import { exportProtected } from '#features/protection/export/commands.ts'
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
  return recordCommands(open, remedyExport, verifyProtected).map((each) =>
    each.name === 'verify' ? withFiles(each) : withProtection(each),
  )
}

/** The same verb for a file that was given out: it is read alone, also where there is no database. */
function withFiles(verify: Command): Command {
  return {
    ...verify,
    usage: [
      verify.usage,
      'uketome verify 証拠一式.zip [--fingerprint 表紙の指紋]',
      '',
      'uketome verify 書き出し.jsonl [--key 公開鍵]',
      '',
      'その一つのファイルだけを読みます。データベースも通信も使いません。',
      '終了コード: 0 作られたままで鍵も渡されたとおり、1 変えられている、2 鍵を比べていないか読めない',
      '--json では、見つかったこと（findings）を一つのJSONで出します。終了コードは同じです。',
      '',
    ].join('\n'),
    options: {
      ...verify.options,
      fingerprint: { type: 'string', summary: '証拠一式の表紙にある、署名の鍵の指紋' },
    },
    async run(call) {
      const [file] = call.positionals
      if (file !== undefined)
        return (await isZip(file)) ? verifyPackFile(file, call) : verifyExportFile(file, call)
      return verify.run(call)
    },
  }
}

/** A pack is a ZIP; an export is lines of JSON. What cannot be opened is told as a pack that cannot. */
async function isZip(file: string): Promise<boolean> {
  const handle = await openFile(file).catch(() => null)
  if (!handle) return true
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0)
  await handle.close()
  return buffer.toString('latin1') !== '{"'
}

/** Protective records leave in an archive of their own, to whoever keeps them. */
function withProtection(command: Command): Command {
  if (command.name !== 'export') return command
  return {
    ...command,
    usage: [
      command.usage,
      'uketome export --protection --as メールアドレス --reason 理由 > 保護の記録.jsonl',
      '',
      '保護の記録だけを、別の一つにして書き出します。扱える人だけが、理由を添えて。閲覧の記録に残ります。',
      '',
    ].join('\n'),
    options: {
      ...command.options,
      protection: { type: 'boolean', summary: '保護の記録だけを書き出します' },
      as: { type: 'string', summary: '書き出す人のメールアドレス（--protection のとき）' },
      reason: { type: 'string', summary: '読む理由（--protection のとき）' },
    },
    run: (call) => (call.values['protection'] ? protectedApart(call) : command.run(call)),
  }
}

async function protectedApart(call: CommandCall): Promise<number> {
  const { ports, close } = await open()
  try {
    const slug = call.values['organisation']
    const { id } = await organisationFor(ports.db, typeof slug === 'string' ? slug : undefined)
    return await exportProtected(ports, id, call)
  } finally {
    await close()
  }
}

async function open() {
  return openHouse(readConfiguration(process.env), openLog(process.env['UKETOME_LOG']))
}
