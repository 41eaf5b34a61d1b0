import { readFile } from 'node:fs/promises'
import type { CommandCall } from '#kernel/command.ts'
import type { Ports } from '#platform/ports.ts'
import { systemScope } from '#features/access/door.ts'
import { linesById } from '#features/complaints/door.ts'
import { asHouse } from '../reading/actions.ts'
import { verifyFiles } from '../sealing/queries.ts'
import type { PackFinding } from './contract.ts'
import { verifyPack } from './queries.ts'

/** `uketome verify pack.zip`: reads the file alone. 0: as it was made, by the key of the cover. 1: altered. 2: nobody can say. */
export async function verifyPackFile(file: string, call: CommandCall): Promise<number> {
  const { values, print, complain } = call
  const bytes = await readFile(file).catch(() => null)
  if (!bytes) {
    complain(`${file} を開けません。ファイルの場所を確かめてください。`)
    return 2
  }
  const told = values['fingerprint']
  const expected = typeof told === 'string' && told.trim() !== '' ? told : null
  const { findings, fingerprint, manifest, members } = verifyPack(bytes, expected)
  if (values['json']) {
    await print(JSON.stringify({ findings, fingerprint, isKeyCompared: expected !== null }))
    return findings.length > 0 ? 1 : expected === null ? 2 : 0
  }
  if (findings.length > 0) return tellAltered(findings, print)
  const numbers = [...new Set((manifest?.chains ?? []).map(({ number }) => number))].join('、')
  await print(`${manifest?.organisation ?? ''}　${numbers}`)
  await print(`ファイル ${members} 個、記録のつながり、署名。すべて作られたときのままです。`)
  return tellKey(fingerprint, expected, print)
}

type Print = CommandCall['print']

async function tellAltered(findings: readonly PackFinding[], print: Print): Promise<number> {
  for (const finding of findings) await print(sentenceOf(finding))
  await print(
    `食い違いが ${findings.length} か所あります。この証拠一式は、作られたときのままではありません。`,
  )
  return 1
}

async function tellKey(found: string | null, expected: string | null, print: Print) {
  if (expected !== null) {
    await print('署名した鍵は、渡された指紋の鍵です。')
    return 0
  }
  await print(`署名した鍵の指紋：${found ?? ''}`)
  await print('紙の表紙か、作った会社に聞いた指紋と同じかを --fingerprint で確かめてください。')
  await print('指紋を比べるまでは、誰が署名したかは分かりません。')
  return 2
}

/** The chains in the database, for `uketome verify` without a file. Says where, and no word of what stands there. */
export async function verifyProtected(ports: Ports, organisationId: string) {
  const scope = systemScope(organisationId, 'protection')
  const { files, findings } = await asHouse(ports, scope, async (tx) => {
    const found = await verifyFiles(tx, scope)
    const ids = found.findings.flatMap(({ complaintId }) => complaintId ?? [])
    const lines = await linesById(tx, ids)
    const numbered = found.findings.map((each) => {
      return { ...each, number: lines.get(each.complaintId ?? '')?.number ?? null }
    })
    return { files: found.files, findings: numbered }
  })
  const isWhole = findings.length === 0
  const sum = isWhole
    ? `保護の記録 ${files} 件。すべて書かれたときのままです。`
    : `保護の記録 ${files} 件のうち、食い違いが ${findings.length} か所あります。`
  const places = findings.map(({ number, sequence, kind }) => {
    const where = number === null ? '封印' : `${number} ${sequence ?? ''}行目`
    return `保護の記録 ${where}：${chainKinds[kind] ?? '書かれたときのつながりと合いません'}`
  })
  return { isWhole, json: { protection: { files, findings } }, lines: [...places, sum] }
}

const chainKinds: Readonly<Record<string, string>> = {
  truncated: '終わりの記録が切り取られています',
  removed: '封印にある記録が、まるごと消えています',
  'seal-removed': '封印の控えが消えています',
  'seal-root': '封印の控えと、署名されたまとめの値が合いません',
}

function sentenceOf({ kind, where }: PackFinding): string {
  return kinds[kind](where)
}

const kinds: Readonly<Record<PackFinding['kind'], (where: string) => string>> = {
  'not-a-pack': () => 'うけとめの証拠一式ではないか、開けないほど壊れています。',
  'container-altered': () =>
    'ZIPの入れ物が書き換えられています（並び順、日時、コメント、余分なデータのどれか）。',
  missing: (where) => `${where}：抜き取られているか、名前が変えられています。`,
  added: (where) => `${where}：あとから加えられたか、名前が変えられています。`,
  altered: (where) => `${where}：中身が変えられています。`,
  'sums-altered': () => 'SHA256SUMS が署名と合いません。一覧か署名が変えられています。',
  'key-unreadable': () => 'public-key.pem から署名の鍵を読めません。',
  'other-key': () => '渡された指紋とは別の鍵で署名されています。',
  'manifest-altered': () => 'manifest.json が、入っているファイルと合いません。',
  'record-unreadable': () => 'record.jsonl を読めないか、manifest.json の先頭の値と合いません。',
  'chain-broken': (where) => `記録 ${where}：書かれたときのつながりと合いません。`,
}
