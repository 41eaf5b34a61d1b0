import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { CommandCall } from '#kernel/command.ts'
import { fingerprintOf, type Signer } from '#platform/signing.ts'
import { verifyExport, type ExportFinding } from './queries.ts'

type Print = CommandCall['print']

/** Prints the lines of an export, and at its end the signature over all of them. */
export function signedLines(signer: Signer, print: Print) {
  const hash = createHash('sha256')
  let lines = 0
  return {
    async line(value: unknown) {
      const text = JSON.stringify(value)
      hash.update(`${text}\n`)
      lines += 1
      await print(text)
    },
    async end() {
      const sha256 = hash.digest('hex')
      const { publicKey } = signer
      const signature = signer.sign(sha256)
      await print(JSON.stringify({ kind: 'end', lines, sha256, publicKey, signature }))
    },
  }
}

/** `uketome verify export.jsonl`: the file alone. 0: as written, by the given key. 1: altered. 2: nobody can say. */
export async function verifyExportFile(file: string, call: CommandCall): Promise<number> {
  const { values, print } = call
  const told = values['key']
  const trusted = typeof told === 'string' && told.trim() !== '' ? told.trim().toLowerCase() : null
  const found = await verifyExport(linesOf(file), trusted)
  const { findings } = found
  const status = findings.length > 0 ? 1 : trusted === null ? 2 : 0
  if (values['json']) {
    await print(JSON.stringify({ ...found, isKeyCompared: trusted !== null }))
    return status
  }
  for (const { kind, where } of findings) await print(sentences[kind](where))
  await print(
    findings.length > 0
      ? `食い違いが ${findings.length} か所あります。この書き出しは、書かれたときのままではありません。`
      : `記録のつながり ${found.chains} 本、${found.entries} 行。書き出し ${found.lines} 行。すべて書かれたときのままです。`,
  )
  if (status === 2) {
    await print(`署名した鍵：${found.publicKey ?? ''}`)
    await print(`鍵の指紋：${fingerprintOf(found.publicKey ?? '')}`)
    await print(
      '書き出した会社に聞いた鍵と同じかを --key で確かめるまでは、誰の署名かは分かりません。',
    )
  }
  return status
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })
}

const sentences: Readonly<Record<ExportFinding['kind'], (where: string) => string>> = {
  unreadable: (where) => `${where}行目：読めません。うけとめの書き出しではないか、壊れています。`,
  cut: (where) => `${where}行で終わっています。終わりの行がなく、途中で切れています。`,
  altered: (where) =>
    where === ''
      ? '書き出しの行と、終わりの行の署名が合いません。'
      : `${where}行目：終わりの行のあとに、加えられています。`,
  'other-key': () => '渡された鍵とは別の鍵で署名されています。',
  'chain-broken': (where) => `${where}行目：書かれたときのつながりと合いません。`,
  'chain-missing': (where) => `${where}：封印にある記録が、書き出しにありません。`,
  'file-altered': (where) => `ファイル ${where}：中身が、記録にある指紋と合いません。`,
  'seal-broken': (where) => `封印 ${where}：中身か署名が正しくありません。`,
}
