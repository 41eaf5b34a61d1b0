import { writeFile } from 'node:fs/promises'
import type { Command, CommandCall } from '#kernel/command.ts'
import { ok, refuse, type Refusal, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { organisationFor, permitted, systemScope } from '#features/access/door.ts'
import { importMail, isAboutMail, mailOptions } from '../mail/commands.ts'
import { intakeMessages } from '../messages.ts'
import { canImport } from '../policy.ts'
import { takeOver } from './actions.ts'
import { fields, type Mapping, type Outcome } from './contract.ts'
import { formats, openTable, type Table } from './queries.ts'
import { entryOf, mappingOf } from './rules.ts'

/** Opens the house for a command, which closes it again. */
type Open = () => Promise<{ readonly ports: Ports; close(): Promise<void> }>

const usage = [
  'uketome import <ファイル> [項目=列名 …]',
  'uketome import --eml <ファイル …> | --mbox <ファイル> | --maildir <フォルダ> | --reread',
  '',
  'メールも約束も生まれません。同じ行は二度取り込みません。見出しは自動で読み当てます。',
  '違うときは「words=申告内容 received=受付日」のように言ってください。',
  `項目: ${fields.join(' ')}`,
  '終了コード: 0 すべて取り込み済み、1 取り込めない行があった、2 始められなかった',
  '',
].join('\n')

export function importCommands(open: Open): Command[] {
  return [
    {
      name: 'import',
      summary: 'ほかで受けた苦情を、表のファイルやメールから静かに取り込みます。',
      usage,
      options: {
        format: { type: 'string', summary: `${formats.join('・')}。省くとファイルから判断します` },
        ...mailOptions,
        map: { type: 'string', summary: '項目=列名。いくつもあるときはコンマで区切ります' },
        system: {
          type: 'string',
          summary: '取り込み元の名前。番号の列と合わせて同じ苦情を見分けます',
        },
        organisation: { type: 'string', summary: '取り込む組織（会社が一つなら省けます）' },
        report: { type: 'string', summary: '一行ごとの結果をJSONで書き出すファイル' },
        'dry-run': { type: 'boolean', summary: '読み取りだけを試し、何も書き込みません' },
      },
      run: (call) => (isAboutMail(call) ? importMail(call, open) : run(call, open)),
    },
  ]
}

async function run(call: CommandCall, open: Open): Promise<number> {
  const { values, positionals, print, complain } = call
  const [file, ...pairs] = positionals
  if (!file)
    return stop(complain, '取り込むファイルを指定してください（例: uketome import 苦情.csv）。')
  const table = await tableOf(file, text(values['format']))
  if (!table.ok) return stop(complain, sentence(table.refusal))
  const told = pairsOf([...text(values['map']).split(','), ...pairs])
  const mapping = mappingOf(table.value.columns, told)
  if (!mapping.ok) return stop(complain, sentence(mapping.refusal))
  complain(`${file}：${table.value.about}`)
  for (const line of explained(table.value, mapping.value)) complain(line)
  const outcomes = await carryOut(call, table.value, mapping.value, open)
  const count = counted(outcomes)
  const report = { file, mapping: mapping.value, ...count, lines: outcomes }
  if (values['report']) await writeFile(text(values['report']), JSON.stringify(report, null, 1))
  await print(
    `取り込み ${count.taken} 件、すでにあるもの ${count.skipped} 件、取り込めないもの ${count.refused} 件`,
  )
  return count.refused > 0 ? 1 : 0
}

async function tableOf(file: string, asked: string): Promise<Result<Table>> {
  const format = formats.find((each) => each === asked)
  if (asked && !format) return refuse('invalid', 'intake.import-no-such-format', { asked, formats })
  try {
    return await openTable(file, format)
  } catch {
    return refuse('missing', 'intake.import-no-such-file', { file })
  }
}

async function carryOut(
  call: CommandCall,
  table: Table,
  mapping: Mapping,
  open: Open,
): Promise<Outcome[]> {
  const { values } = call
  const system = text(values['system']) || null
  if (values['dry-run'])
    return each(call, table, mapping, system, async () => ok({ number: '', isNew: true }))
  const { ports, close } = await open()
  try {
    const organisation = await organisationFor(ports.db, text(values['organisation']) || undefined)
    const may = permitted(systemScope(organisation.id, 'intake'), canImport)
    if (!may.ok) throw new Error(sentence(may.refusal))
    return await each(call, table, mapping, system, (entry) => takeOver(ports, may.value, entry))
  } finally {
    await close()
  }
}

type Take = (
  entry: Parameters<typeof takeOver>[2],
) => Promise<Result<{ number: string; isNew: boolean }>>

async function each(
  { print, complain }: CommandCall,
  table: Table,
  mapping: Mapping,
  system: string | null,
  take: Take,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const total = table.count === null ? '' : ` / ${table.count}`
  for (const row of table.rows) {
    const entry = entryOf(row, mapping, system)
    const taken = entry.ok ? await take(entry.value) : entry
    const { line } = row
    const outcome = !taken.ok
      ? { line, result: 'refused' as const, reason: sentence(taken.refusal) }
      : taken.value.isNew
        ? {
            line,
            result: 'taken' as const,
            number: taken.value.number,
            warnings: entry.ok ? entry.value.warnings : [],
          }
        : { line, result: 'skipped' as const, number: taken.value.number }
    outcomes.push(outcome)
    await print(lineOf(outcome))
    if (outcomes.length % 200 === 0) complain(`取り込んでいます… ${outcomes.length}${total} 件`)
  }
  return outcomes
}

function lineOf(outcome: Outcome): string {
  const at = `${outcome.line}行目`
  if (outcome.result === 'refused') return `${at}　取り込めません：${outcome.reason}`
  if (outcome.result === 'skipped') return `${at}　すでにあります（${outcome.number}）`
  return [`${at}　取り込み ${outcome.number}`.trimEnd(), ...outcome.warnings].join('　※')
}

function counted(outcomes: readonly Outcome[]) {
  const count = (result: Outcome['result']) =>
    outcomes.filter((outcome) => outcome.result === result).length
  return { taken: count('taken'), skipped: count('skipped'), refused: count('refused') }
}

function explained({ columns }: Table, mapping: Mapping): string[] {
  const used = new Set(Object.values(mapping))
  const rest = columns.filter((column) => !used.has(column))
  return [
    ...Object.entries(mapping).map(([field, column]) => `  ${field} ← ${column}`),
    ...(rest.length > 0 ? [`  元の行とともに残す列: ${rest.join('、')}`] : []),
  ]
}

function pairsOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.filter(Boolean).map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    }),
  )
}

function sentence({ code, data }: Refusal): string {
  const phrase: unknown = Object.entries(intakeMessages.ja.refusals).find(
    ([key]) => key === code,
  )?.[1]
  if (typeof phrase === 'function') return String(phrase(data))
  return typeof phrase === 'string' ? phrase : code
}

function stop(complain: (line: string) => void, line: string): number {
  complain(line)
  return 2
}

function text(value: string | boolean | undefined): string {
  return typeof value === 'string' ? value : ''
}
