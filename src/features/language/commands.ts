import type { Command, CommandCall } from '#kernel/command.ts'
import { type Line, lineBatches } from '#platform/lines.ts'
import { languageMessages } from './messages.ts'
import {
  lintContext,
  longestText,
  promiseText,
  utterance,
  writing,
  writingKind,
  type WritingKind,
} from './contract.ts'
import { findPromises, lint, listen } from './rules.ts'

const lintInput = writing.extend({ context: lintContext.optional() })
const { words } = languageMessages.ja
const jsonl = {
  type: 'boolean',
  summary: '1行に1つの JSON を読み、1行に1つの JSON で答える',
} as const
const streaming = `--jsonl では順番を変えず、1行に1行で答えます。読めない行には {"error":"…"} と答えて先へ進みます。
何百万行でも、使うメモリは変わりません。`
const withoutCompany = `設定で加えた「会社の言葉」は、どの会社のものか分からないため使いません。会社の言葉でも読むには、
サインインして POST /api/language/… に送ってください。`

const listenCommand: Command = {
  name: 'listen',
  summary: 'お客様の言葉から合図（要求・危険・怒りなど）を聞き取る',
  usage: `使い方:
  echo '責任者を出してください' | uketome listen
  uketome listen --jsonl < 発言.jsonl

入力  {"speaker":"customer"|"operator","text":"…"}
答え  {"cues":[{"code":"asks_supervisor","start":0,"end":11,"words":"…"}]}
start と end は text の中の位置（UTF-16）です。

${streaming}
${withoutCompany}

終了コード  0 読み終えた　2 使い方の誤り
`,
  options: {
    jsonl,
    operator: { type: 'boolean', summary: '応対する側の言葉として読む（--jsonl なしのとき）' },
  },
  async run(call) {
    if (call.values['jsonl']) return filter(call, utterance, listen)
    const speaker = call.values['operator'] ? 'operator' : 'customer'
    return eachLine(call, (text) =>
      listen({ speaker, text }).cues.map((cue) => `  ${words.cues[cue.code]}　「${cue.words}」`),
    )
  },
}

const lintCommand: Command = {
  name: 'lint',
  summary: '送る前の文面を確かめる（お詫び・約束・敬語など）',
  usage: `使い方:
  uketome lint --kind letter < お詫び状.txt
  uketome lint --jsonl < 文面.jsonl

入力  {"kind":"mail"|"letter"|"talk"|"public-reply","text":"…"}
答え  {"findings":[{"rule":"vague-apology","severity":"error"|"warning"|"info","start":0,"end":9,"message":"…"}]}
--jsonl を付けないときは、入力の全体を1つの文面として読みます。

${streaming}
${withoutCompany}

終了コード  0 直すべき所なし　1 error の指摘あり（--jsonl なしのとき）　2 使い方の誤り
`,
  options: {
    jsonl,
    kind: { type: 'string', summary: 'mail・letter・talk・public-reply（なければ mail）' },
  },
  async run(call) {
    if (call.values['jsonl']) return filter(call, lintInput, (body) => lint(body, body.context))
    const kind = writingKind.safeParse(call.values['kind'] ?? 'mail')
    if (kind.success) return lintWhole(call, kind.data)
    call.complain('--kind は mail・letter・talk・public-reply のどれかを書いてください。')
    return 2
  },
}

const promisesCommand: Command = {
  name: 'promises',
  summary: '文の中の約束と、その期限を見つける',
  usage: `使い方:
  echo '明日の17時までにお電話いたします' | uketome promises
  uketome promises --jsonl < 文.jsonl

入力  {"now":"2026-11-24T10:00:00+09:00","text":"…"}
答え  {"promises":[{"words":"…","due":"2026-11-25T17:00:00+09:00","precision":"minute"|"day"|"vague"}]}
営業日は、土日・祝日・12月29日から1月3日を除いて数えます。--jsonl を付けないときの今は、今です。

${streaming}

終了コード  0 読み終えた　2 使い方の誤り
`,
  options: { jsonl, now: { type: 'string', summary: '今とする時刻（--jsonl なしのとき）' } },
  async run(call) {
    if (call.values['jsonl']) return filter(call, promiseText, promisesIn)
    const now = promiseText.shape.now.safeParse(call.values['now'] ?? call.now)
    if (now.success) return eachLine(call, (text) => duesIn(now.data, text))
    call.complain('--now は 2026-11-24T10:00:00+09:00 の形で書いてください。')
    return 2
  },
}

export const commands: readonly Command[] = [listenCommand, lintCommand, promisesCommand]

function promisesIn(given: { now: string; text: string }) {
  const promises = findPromises(given).promises.map(({ words, due, precision }) => ({
    words,
    due,
    precision,
  }))
  return { promises }
}

function duesIn(now: string, text: string): string[] {
  return findPromises({ now, text }).promises.map(
    ({ words, due }) => `  ${due ?? '期限なし'}　「${words}」`,
  )
}

type Shape<T> = {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { code?: string }[] } }
}

/** One JSON line in, one out, written batch by batch: a slow reader holds the reading up. */
async function filter<T>(
  { stdin, print }: CommandCall,
  shape: Shape<T>,
  judge: (given: T) => unknown,
): Promise<number> {
  for await (const lines of lineBatches(stdin)) {
    const answers = lines.map((line) => JSON.stringify(answer(line, shape, judge)))
    await print(answers.join('\n'))
  }
  return 0
}

function answer<T>(line: Line, shape: Shape<T>, judge: (given: T) => unknown): unknown {
  if (typeof line !== 'string') return { error: unreadable[line.bad] }
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return { error: 'JSON として読めません。1行に1つの JSON を書いてください。' }
  }
  const parsed = shape.safeParse(given)
  if (parsed.success) return judge(parsed.data)
  return parsed.error.issues.some(({ code }) => code === 'too_big')
    ? { error: tooLong }
    : { error: '項目が足りないか、形が違います。--help で入力の形を見られます。' }
}

const tooLong = `text は${longestText.toLocaleString('ja')}字までです。分けてください。`
const unreadable = {
  'too-long': '行が長すぎます。文面を分けてください。',
  'not-utf8': 'UTF-8 として読めません。文字コードを UTF-8 にしてください。',
}

/** Plain text, line by line: the line, then what was found in it. */
async function eachLine(
  { stdin, positionals, print }: CommandCall,
  judge: (text: string) => string[],
): Promise<number> {
  const batches = positionals.length > 0 ? [[...positionals]] : lineBatches(stdin)
  for await (const lines of batches)
    for (const line of lines) {
      if (line === '') continue
      await print(typeof line === 'string' ? shown(line, judge) : unreadable[line.bad])
    }
  return 0
}

function shown(line: string, judge: (text: string) => string[]): string {
  if (line.length > longestText) return tooLong
  const findings = judge(line)
  return [line, ...(findings.length > 0 ? findings : ['  （なし）'])].join('\n')
}

async function lintWhole(call: CommandCall, kind: WritingKind): Promise<number> {
  const lines: Line[] = [...call.positionals]
  if (lines.length === 0) for await (const batch of lineBatches(call.stdin)) lines.push(...batch)
  const bad = lines.find((line) => typeof line !== 'string')
  const text = lines.filter((line) => typeof line === 'string').join('\n')
  if (bad || text.length > longestText) {
    call.complain(bad ? unreadable[bad.bad] : tooLong)
    return 2
  }
  const { findings } = lint({ kind, text })
  for (const { start, end, severity, rule, message } of findings) {
    const line = text.slice(0, start).split('\n').length
    await call.print(`${line}行目　${severity}　${rule}　「${text.slice(start, end)}」 ${message}`)
  }
  if (findings.length === 0) await call.print('指摘はありません。')
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}
