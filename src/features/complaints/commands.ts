import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Command, CommandCall } from '#kernel/command.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, organisationFor, systemScope, type Scope } from '#features/access/door.ts'
import { checkpoint, head, type IntegrityFinding } from './checkpoints/contract.ts'
import { verify, type Sealed } from './checkpoints/queries.ts'
import { exportLines, type ExportLine } from './export/queries.ts'
import { signedLines } from './archives/commands.ts'

/** Opens the house for a command, which closes it again. */
type Open = () => Promise<{ readonly ports: Ports; close(): Promise<void> }>

const organisation = {
  type: 'string',
  summary: '組織（会社が一つなら省けます）',
} as const

/**
 * `more`: what other rooms keep of an organisation beside its complaints. `beside`: what else is verified in the database.
 */
export function recordCommands(
  open: Open,
  more: More = async () => [],
  beside: Beside = async () => ({ isWhole: true, json: {}, lines: [] }),
): Command[] {
  return [exporting(open, more), verifying(open, beside)]
}

/** What another room found: for programs, and line by line for people. */
export type Beside = (
  ports: Ports,
  organisationId: string,
) => Promise<{ isWhole: boolean; json: Record<string, unknown>; lines: readonly string[] }>

type More = (tx: Tx, scope: Scope) => Promise<readonly ExportLine[]>

function exporting(open: Open, more: More): Command {
  return {
    name: 'export',
    summary: '組織のすべての記録を、一行に一つのJSONで書き出します。',
    usage: [
      'uketome export > 記録.jsonl',
      '',
      '苦情は時系列と封印のハッシュごと、チェックポイントは署名ごと、回復の規定はすべての版が出ます。',
      '--checkpoints だけを出して別の場所に保管すると、あとで verify --checkpoints に渡せます。',
      '',
    ].join('\n'),
    options: {
      organisation,
      checkpoints: { type: 'boolean', summary: 'チェックポイントだけを書き出します' },
    },
    run: (call) => exportRecord(call, open, more),
  }
}

/** From the replica where one knows all: nobody at a desk waits for an export. */
async function exportRecord(call: CommandCall, open: Open, more: More): Promise<number> {
  const { checkpoints, organisation: slug } = call.values
  return within(open, slug, async (ports, scope) => {
    const kinds = checkpoints ? ['checkpoint'] : undefined
    const out = signedLines(ports.signer, call.print)
    const replica = (await ports.replica?.whole()) ?? null
    try {
      await inside(replica ?? ports.db, scope, async (tx) => {
        for await (const line of exportLines(tx, scope, ports.files, kinds)) await out.line(line)
        if (!kinds) for (const line of await more(tx, scope)) await out.line(line)
      })
    } catch (error) {
      if (!replica) throw error
      const why = error instanceof Error ? error.message : String(error)
      call.complain(
        `レプリカで読んでいる途中で止まりました（${why}）。書き出しは最後までありません。DATABASE_REPLICA_URL を外してやり直すか、レプリカを hot_standby_feedback = on にしてください。`,
      )
      return 1
    }
    await out.end()
    return 0
  })
}

function verifying(open: Open, beside: Beside): Command {
  return {
    name: 'verify',
    summary: '記録が書かれたときのままかを、はじめから計算し直して確かめます。',
    usage: [
      'uketome verify [--checkpoints 封印.jsonl] [--key 公開鍵]',
      '',
      '終了コード: 0 すべて書かれたまま、1 食い違いがあった、2 確かめられなかった',
      '',
    ].join('\n'),
    options: {
      organisation,
      checkpoints: {
        type: 'string',
        summary: '別に保管したチェックポイント（export --checkpoints の出力）とも比べます',
      },
      key: { type: 'string', summary: '署名に使った公開鍵（16進）。ほかの鍵の封印を見つけます' },
      json: { type: 'boolean', summary: 'JSONで出します' },
    },
    run: (call) => verifyRecord(call, open, beside),
  }
}

async function verifyRecord(call: CommandCall, open: Open, beside: Beside): Promise<number> {
  const { checkpoints, key, organisation: slug } = call.values
  const kept = await keptSeals(checkpoints)
  const trusted = typeof key === 'string' ? key.toLowerCase() : undefined
  return within(open, slug, async (ports, scope) => {
    const { organisationId } = scope
    const found = await inside(ports.db, scope, (tx) => verify(tx, organisationId, trusted, kept))
    const other = await beside(ports, organisationId)
    const status = await report(call, found, other.json)
    if (!call.values['json']) for (const line of other.lines) await call.print(line)
    return other.isWhole ? status : 1
  })
}

async function within(
  open: Open,
  slug: string | boolean | undefined,
  work: (ports: Ports, scope: Scope) => Promise<number>,
): Promise<number> {
  const { ports, close } = await open()
  try {
    const { id } = await organisationFor(ports.db, typeof slug === 'string' ? slug : undefined)
    return await work(ports, systemScope(id, 'complaints'))
  } finally {
    await close()
  }
}

const keptSeal = checkpoint.extend({ kind: z.literal('checkpoint'), sealed: head.array() })

/** Lines of another kind are passed over, so that a whole export will do. Throws when there is no seal in the file. */
async function keptSeals(file: string | boolean | undefined): Promise<Sealed[]> {
  if (typeof file !== 'string') return []
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  const seals = lines.flatMap((line) => {
    const seal = keptSeal.safeParse(JSON.parse(line))
    return seal.success ? [seal.data] : []
  })
  if (seals.length === 0)
    throw new Error(
      `${file} にチェックポイントがありません。uketome export の出力を渡してください。`,
    )
  return seals
}

async function report(
  { values, print }: CommandCall,
  found: { entries: number; complaints: number; findings: readonly IntegrityFinding[] },
  other: Record<string, unknown>,
): Promise<number> {
  const { entries, complaints, findings } = found
  if (values['json']) await print(JSON.stringify({ ...found, ...other }))
  else {
    for (const finding of findings) await print(lineOf(finding))
    await print(
      findings.length === 0
        ? `苦情 ${complaints} 件、記録 ${entries} 行。すべて書かれたときのままです。`
        : `苦情 ${complaints} 件、記録 ${entries} 行のうち、食い違いが ${findings.length} か所あります。`,
    )
  }
  return findings.length === 0 ? 0 : 1
}

function lineOf({ number, complaintId, sequence, kind, explanation }: IntegrityFinding): string {
  const where = number ?? (complaintId ? `苦情 ${complaintId}` : '封印')
  const entry = sequence > 0 ? ` ${sequence}行目` : ''
  const [, until] = /"until":(\d+)/u.exec(explanation) ?? []
  const seal = /^checkpoint (.*)/u.exec(explanation)?.[1]
  const why = seal ? `（封印 ${seal}）` : until ? `（${until}行目まで）` : ''
  return `${where}${entry}：${kinds[kind] ?? kind}${why}`
}

const kinds: Readonly<Record<string, string>> = {
  'altered-payload': '書かれた内容が変えられています',
  'altered-entry': '日時・書いた人・種類・ハッシュのどれかが変えられています',
  removed: '記録が抜き取られています',
  inserted: 'あとから差し込まれた記録です',
  reordered: '順番が入れ替えられています',
  truncated: '終わりの記録が切り取られています',
  'broken-link': 'この行と前の行のつながりが切れています',
  'seal-root': '封印の中身と、まとめの値が合いません',
  'seal-signature': '封印の署名が正しくありません',
  'seal-key': '知らない鍵で署名された封印です',
  'seal-order': '封印の続き方が途切れています',
  'seal-removed': '保管してあった封印が、データベースから消えています',
}
