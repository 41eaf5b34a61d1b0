import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command, CommandCall } from '#kernel/command.ts'
import type { Refusal, Result } from '#kernel/result.ts'
import { ok, refuse } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, organisationFor, permitted, systemScope, type May } from '#features/access/door.ts'
import { fields, type Plan } from '../columns/contract.ts'
import { formats, type Format } from '../columns/queries.ts'
import { mappingOf } from '../columns/rules.ts'
import { importMail, isAboutMail, mailOptions } from '../mail/commands.ts'
import { canImport } from '../policy.ts'
import { step } from '../taking/actions.ts'
import { bring, check, judge, open, start, type Opened } from './actions.ts'
import { kinds, type ImportLine, type Kind } from './contract.ts'
import { importMessages } from './messages.ts'
import { remarkOf, sentenceOf } from '../taking/rules.ts'
import { linesOf } from './queries.ts'

/** Opens the house for a command, which closes it again. */
type Open = () => Promise<{ readonly ports: Ports; close(): Promise<void> }>

const usage = [
  'uketome import <ファイル> [項目=列名 …]',
  'uketome import --zendesk | --freshdesk | --zammad <ファイル>',
  'uketome import --eml <ファイル …> | --mbox <ファイル> | --maildir <フォルダ> | --reread',
  '',
  'メールも約束も生まれません。同じ行は二度取り込みません。見出しは自動で読み当てます。',
  '違うときは「words=申告内容 received=受付日」のように言ってください。',
  `項目: ${fields.join(' ')}`,
  '終了コード: 0 すべて取り込み済み、1 取り込めない行があった、2 始められなかった',
  '',
].join('\n')

export function importCommands(openHouse: Open): Command[] {
  return [
    {
      name: 'import',
      summary: 'ほかで受けた苦情を、表のファイルやほかの窓口の書き出しから静かに取り込みます。',
      usage,
      options: {
        format: { type: 'string', summary: `${formats.join('・')}。省くとファイルから判断します` },
        zendesk: { type: 'boolean', summary: 'Zendeskの書き出し（JSON、1行に1件のJSON、CSV）' },
        freshdesk: { type: 'boolean', summary: 'Freshdeskの書き出し（JSON）' },
        zammad: { type: 'boolean', summary: 'Zammadの書き出し（APIのJSON）' },
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
      run: (call) => (isAboutMail(call) ? importMail(call, openHouse) : run(call, openHouse)),
    },
  ]
}

async function run(call: CommandCall, openHouse: Open): Promise<number> {
  const { complain } = call
  const read = await readTold(call)
  if (!read.ok) return stop(complain, sentence(read.refusal))
  const { file, opened } = read.value
  complain(`${file.name}：${aboutOf(opened)}`)
  for (const line of explained(opened)) complain(line)
  const outcomes = call.values['dry-run']
    ? judge(opened, call.now).map(lineJudged)
    : await carryOut(call, file, opened.plan, openHouse)
  return report(call, file.name, opened.plan, outcomes)
}

type File = {
  readonly name: string
  readonly bytes: Buffer
  readonly kind: Kind | undefined
  readonly format: Format | undefined
}

async function readTold({ values, positionals }: CommandCall) {
  const [path, ...pairs] = positionals
  if (!path) return refuse('invalid', 'intake.import-name-a-file', {})
  const file = await fileOf(path, values)
  if (!file.ok) return file
  const told = pairsOf([...text(values['map']).split(','), ...pairs])
  const opened = await openAs(file.value, told, text(values['system']))
  return opened.ok ? ok({ file: file.value, opened: opened.value }) : opened
}

async function fileOf(path: string, values: CommandCall['values']): Promise<Result<File>> {
  const asked = text(values['format'])
  const format = formats.find((each) => each === asked)
  if (asked && !format) return refuse('invalid', 'intake.import-no-such-format', { asked, formats })
  const kind = kinds.find((each) => values[each] === true)
  try {
    return ok({ name: basename(path), bytes: await readFile(path), kind, format })
  } catch {
    return refuse('missing', 'intake.import-no-such-file', { file: path })
  }
}

/** What was said about the columns goes before what is guessed; without words there is nothing to take. */
async function openAs(
  { name, bytes, kind, format }: File,
  told: Readonly<Record<string, string>>,
  system: string,
): Promise<Result<Opened>> {
  const first = await open(bytes, { name, kind, format, reading: {}, plan: { system } })
  if (!first.ok || first.value.kind !== 'table') return first
  const { found, lines } = first.value
  const sample = lines.slice(0, 200).map(({ line, raw }) => ({ line, values: textsIn(raw) }))
  const mapping = mappingOf(found.shape.columns, told, sample)
  if (!mapping.ok) return mapping
  const plan = { system, mapping: mapping.value }
  return open(bytes, { name, kind, format, reading: {}, plan })
}

function textsIn(raw: Readonly<Record<string, unknown>> | null): Record<string, string> {
  const texts = Object.entries(raw ?? {}).map(([column, value]) => [
    column,
    typeof value === 'string' ? value : '',
  ])
  return Object.fromEntries(texts)
}

type Outcome = Pick<ImportLine, 'line' | 'state' | 'reason' | 'remarks'> & { number: string }

async function carryOut(
  call: CommandCall,
  file: File,
  plan: Plan,
  openHouse: Open,
): Promise<Outcome[]> {
  const { ports, close } = await openHouse()
  try {
    const slug = text(call.values['organisation']) || undefined
    const organisation = await organisationFor(ports.db, slug)
    const may = permitted(systemScope(organisation.id, 'intake'), canImport)
    if (!may.ok) throw new Error(sentence(may.refusal))
    return await takeAll(ports, may.value, call, { file, plan })
  } finally {
    await close()
  }
}

/** The run is like one of the screen's: whoever looks there sees it, and another node goes on when this command dies. */
async function takeAll(
  ports: Ports,
  may: May<'intake.import'>,
  { complain }: CommandCall,
  { file, plan }: { file: File; plan: Plan },
): Promise<Outcome[]> {
  const id = ports.ids.next()
  const brought = orThrow(await bring(ports, may, { id, ...file, plan }))
  orThrow(await check(ports, may, brought.id))
  const { counts } = orThrow(await start(ports, may, id, { seconds: 60 }))
  for (let left = counts.waiting; left > 0;) {
    left = await step(ports, may, id, { untilDone: true })
    if (left > 0) complain(`取り込んでいます… ${counts.waiting - left} / ${counts.waiting} 件`)
  }
  return allLines(ports, may, id)
}

function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(sentence(result.refusal))
}

async function allLines(ports: Ports, may: May<'intake.import'>, id: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (let after: number | null = 0; after !== null;) {
    const from: number = after
    const page = await inside(ports.db, may, (tx) =>
      linesOf(tx, may, id, { after: from, limit: 500 }),
    )
    outcomes.push(...page.lines.map((line) => ({ ...line, number: line.complaint?.number ?? '' })))
    after = page.next
  }
  return outcomes
}

function lineJudged({ line, state, reason, remarks }: ReturnType<typeof judge>[number]): Outcome {
  const became = state === 'waiting' ? 'taken' : state
  return {
    line,
    state: became,
    reason: reason ? sentenceOf(reason, 'ja') : null,
    remarks: (remarks ?? []).map((each) => remarkOf(each, 'ja')),
    number: '',
  }
}

async function report(
  { values, print }: CommandCall,
  file: string,
  plan: Plan,
  outcomes: readonly Outcome[],
): Promise<number> {
  for (const outcome of outcomes) await print(lineOf(outcome))
  const count = counted(outcomes)
  const lines = outcomes.map(({ state, ...rest }) => ({ ...rest, result: state }))
  const told = { file, mapping: plan.mapping, ...count, lines }
  if (values['report']) await writeFile(text(values['report']), JSON.stringify(told, null, 1))
  const passed = count.skipped > 0 ? `、見送り ${count.skipped} 件` : ''
  await print(
    `取り込み ${count.taken} 件、すでにあるもの ${count.known} 件、取り込めないもの ${count.refused} 件${passed}`,
  )
  return count.refused > 0 ? 1 : 0
}

function lineOf(outcome: Outcome): string {
  const at = `${outcome.line}行目`
  if (outcome.state === 'refused') return `${at}　取り込めません：${outcome.reason}`
  if (outcome.state === 'known') return `${at}　すでにあります（${outcome.number}）`
  if (outcome.state === 'skipped') return `${at}　${outcome.reason}`
  return [`${at}　取り込み ${outcome.number}`.trimEnd(), ...outcome.remarks].join('　※')
}

function counted(outcomes: readonly Outcome[]) {
  const count = (state: Outcome['state']) =>
    outcomes.filter((outcome) => outcome.state === state).length
  return {
    taken: count('taken'),
    known: count('known'),
    refused: count('refused'),
    skipped: count('skipped'),
  }
}

function aboutOf({ kind, found: { shape } }: Opened): string {
  if (kind !== 'table') return importMessages.ja.words.kinds[kind]
  if (shape.format === 'xlsx') return 'Excel'
  if (shape.format === 'json') return 'JSON'
  return `CSV（${shape.encoding === 'cp932' ? 'CP932' : shape.encoding}）`
}

function explained({ kind, found, plan: { mapping } }: Opened): string[] {
  if (kind !== 'table') return []
  const used = new Set(Object.values(mapping))
  const rest = found.shape.columns.filter((column) => !used.has(column))
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

function sentence(refusal: Refusal): string {
  return sentenceOf(refusal, 'ja')
}

function stop(complain: (line: string) => void, line: string): number {
  complain(line)
  return 2
}

function text(value: string | boolean | undefined): string {
  return typeof value === 'string' ? value : ''
}
