import { stat, writeFile } from 'node:fs/promises'
import type { CommandCall } from '#kernel/command.ts'
import type { Refusal, Result } from '#kernel/result.ts'
import { emlMail, maildirMails, mboxMails, type FiledMail } from '#platform/files/mailbox.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, organisationFor, permitted, systemScope, type May } from '#features/access/door.ts'
import { canImport } from '../policy.ts'
import { bring, readStored } from './actions.ts'
import { largestMail, mailKind, type ReceivedMail } from './contract.ts'
import { mailMessages } from './messages.ts'
import { unreadMails } from './queries.ts'

type Open = () => Promise<{ readonly ports: Ports; close(): Promise<void> }>
type Became = 'taken' | 'skipped' | 'set-aside' | 'not-understood' | 'refused'
type Outcome = {
  readonly where: string
  readonly result: Became
  readonly number: string
  readonly reason: string
}

export const mailOptions = {
  eml: { type: 'string', summary: 'メールのファイル（.eml）。続けていくつでも並べられます' },
  mbox: { type: 'string', summary: 'mbox形式のファイル' },
  maildir: { type: 'string', summary: 'Maildirのフォルダ' },
  reread: { type: 'boolean', summary: '前に読み取れなかったメールを、もう一度読みます' },
} as const

export function isAboutMail({ values }: CommandCall): boolean {
  return Object.keys(mailOptions).some((option) => values[option])
}

/** Takes mail over silently: nothing is sent, and the same message is taken once, however often it is given. */
export async function importMail(call: CommandCall, open: Open): Promise<number> {
  const { values, print, complain } = call
  const missing = await firstMissing(call)
  if (missing) {
    complain(`${missing} を開けません。場所と名前を確かめてください。`)
    return 2
  }
  const { ports, close } = await open()
  try {
    const organisation = await organisationFor(ports.db, text(values['organisation']) || undefined)
    const may = permitted(systemScope(organisation.id, 'intake'), canImport)
    if (!may.ok) throw new Error(may.refusal.code)
    const outcomes = await carryOut(call, ports, may.value)
    if (values['report'])
      await writeFile(text(values['report']), JSON.stringify({ lines: outcomes }, null, 1))
    await print(summary(outcomes))
    return outcomes.some(({ result }) => result === 'refused' || result === 'not-understood')
      ? 1
      : 0
  } finally {
    await close()
  }
}

async function carryOut(
  call: CommandCall,
  ports: Ports,
  may: May<'intake.import'>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const tell = async (outcome: Outcome) => {
    outcomes.push(outcome)
    await call.print(lineOf(outcome))
    if (outcomes.length % 200 === 0) call.complain(`取り込んでいます… ${outcomes.length} 通`)
  }
  for await (const { where, bytes } of mailsOf(call)) {
    if (bytes.length > largestMail)
      await tell({ where, result: 'refused', number: '', reason: tooLarge })
    else await tell(told(where, await bring(ports, may, { bytes, mailbox: '', isArchive: true })))
  }
  if (!call.values['reread']) return outcomes
  for (const id of await inside(ports.db, may, unreadMails))
    await tell(told(id, await readStored(ports, may, id, { isArchive: true, asComplaint: false })))
  return outcomes
}

async function* mailsOf({ values, positionals }: CommandCall): AsyncGenerator<FiledMail> {
  for (const file of emlFiles({ values, positionals })) yield await emlMail(file)
  if (values['mbox']) yield* mboxMails(text(values['mbox']))
  if (values['maildir']) yield* maildirMails(text(values['maildir']))
}

function emlFiles({ values, positionals }: Pick<CommandCall, 'values' | 'positionals'>): string[] {
  return values['eml'] ? [text(values['eml']), ...positionals] : []
}

async function firstMissing(call: CommandCall): Promise<string | undefined> {
  const { values } = call
  const files = [...emlFiles(call), text(values['mbox'])].filter(Boolean)
  for (const file of files) if (!(await stat(file).catch(() => null))?.isFile()) return file
  const folder = text(values['maildir'])
  return folder && !(await stat(folder).catch(() => null))?.isDirectory() ? folder : undefined
}

const tooLarge = `大きすぎます（${largestMail / 1_000_000}MBまで）`

function told(where: string, received: Result<ReceivedMail>): Outcome {
  if (!received.ok)
    return { where, result: 'refused', number: '', reason: sentence(received.refusal) }
  const { isNew, state, complaint, reason } = received.value
  const number = complaint?.number ?? ''
  const kind = mailKind.safeParse(reason)
  const why = kind.success ? mailMessages.ja.words.kinds[kind.data] : (reason ?? '')
  if (state === 'set-aside') return { where, result: 'set-aside', number, reason: why }
  if (state !== 'entered') return { where, result: 'not-understood', number, reason: why }
  return { where, result: isNew && reason !== 'twin' ? 'taken' : 'skipped', number, reason: '' }
}

function lineOf({ where, result, number, reason }: Outcome): string {
  const became: Record<Became, string> = {
    taken: `取り込み ${number}`,
    skipped: `すでにあります（${number}）`,
    'set-aside': `取り分けました：${reason}`,
    'not-understood': `読み取れません。原文は残しました：${reason}`,
    refused: `取り込めません：${reason}`,
  }
  return `${where}　${became[result]}`
}

function summary(outcomes: readonly Outcome[]): string {
  const count = (...results: Became[]) =>
    outcomes.filter(({ result }) => results.includes(result)).length
  const [taken, skipped] = [count('taken'), count('skipped')]
  const [aside, left] = [count('set-aside'), count('not-understood', 'refused')]
  return `取り込み ${taken} 通、すでにあるもの ${skipped} 通、取り分けたもの ${aside} 通、読み取れないもの ${left} 通`
}

function sentence({ code }: Refusal): string {
  const found: unknown = Object.entries(mailMessages.ja.refusals).find(([key]) => key === code)?.[1]
  return typeof found === 'string' ? found : code
}

function text(value: string | boolean | undefined): string {
  return typeof value === 'string' ? value : ''
}
