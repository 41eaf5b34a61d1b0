import { japaneseDay, japaneseMoment } from '#kernel/moments.ts'
import type { NoteChannel } from '../progress/contract.ts'

/** What a note is drawn from. Instants are ISO. */
export type Standing = {
  readonly number: string
  readonly customerName: string | null
  readonly channel: NoteChannel
  /** How many notes were given before, and the words of the last. */
  readonly notes: number
  readonly lastSaid: string
  /** Confirmed since the last note. */
  readonly confirmed: readonly string[]
  /** Departments that have answered since the last note. */
  readonly answered: readonly string[]
  /** Departments that were asked and have not answered. */
  readonly waiting: readonly {
    readonly name: string
    readonly dueAt: string
    readonly isOverdue: boolean
  }[]
  readonly pause: { readonly waiter: string; readonly reason: string } | null
  readonly nextDueAt: string
}
export type Draft = { readonly text: string; readonly hasNews: boolean; readonly isIdle: boolean }

/**
 * What may be said now, from the record alone: what was confirmed, whom we wait for, when we are in touch again. Where
 * nothing is new it says so. No sentence of the last note comes again, as long as there is another.
 */
export function draftOf(standing: Standing): Draft {
  const { confirmed, answered, waiting, pause } = standing
  const hasNews = confirmed.length + answered.length > 0
  const parts = [
    greeting(standing),
    said(standing, openings(standing)),
    ...(hasNews ? newsIn(standing) : [said(standing, nothingNew)]),
    ...waitingFor(standing),
    said(standing, closings(standing)),
  ]
  const isWritten = standing.channel === 'mail' || standing.channel === 'letter'
  const text = parts.filter((part) => part !== '').join(isWritten ? '\n' : '')
  return { text, hasNews, isIdle: waiting.length === 0 && pause === null && answered.length === 0 }
}

/** The form whose turn it is; one that was in the last note is passed over. */
function said({ notes, lastSaid }: Standing, forms: readonly string[]): string {
  const turned = forms.map((_, index) => forms[(notes + index) % forms.length] ?? '')
  return turned.find((form) => !lastSaid.includes(form)) ?? turned[0] ?? ''
}

function greeting({ customerName, channel }: Standing): string {
  const isWritten = channel === 'mail' || channel === 'letter'
  return isWritten && customerName !== null ? `${customerName}様\n` : ''
}

function openings({ number }: Standing): string[] {
  return [
    `お申し出（${number}）の経過をご連絡いたします。`,
    `お約束しておりました、お申し出（${number}）の経過のご連絡です。`,
    `お申し出（${number}）について、その後の進み具合をお知らせいたします。`,
  ]
}

const nothingNew = [
  '前回のご連絡のあと、新しく分かったことは、まだございません。お待たせしております。',
  '本日の時点では、結果はまだ出ておりません。お待ちいただき、ありがとうございます。',
  'まだ結論をお伝えできる段階にはなく、確認を続けております。ご心配をおかけしております。',
]

function newsIn(standing: Standing): string[] {
  const { confirmed, answered } = standing
  const list = confirmed.map((statement) => `\n・${statement}`).join('')
  const facts = [
    `前回のご連絡のあと、次のことを確認いたしました。${list}\n`,
    `その後、次のことが分かりました。${list}\n`,
  ]
  const names = listed(answered)
  const replies = [
    `${names}から回答が届き、内容を確かめております。`,
    `${names}の回答を受け取り、いま読み合わせております。`,
  ]
  return [
    ...(confirmed.length > 0 ? [said(standing, facts)] : []),
    ...(answered.length > 0 ? [said(standing, replies)] : []),
  ]
}

/** Who is waited for: the one of the pause first, then each department by its date. */
function waitingFor(standing: Standing): string[] {
  const { pause, waiting } = standing
  const paused = pause ? [said(standing, pausing(pause))] : []
  const others = waiting.filter(({ name }) => name !== pause?.waiter)
  return [...paused, ...others.map((each) => said(standing, asking(each)))]
}

function pausing({ waiter, reason }: { waiter: string; reason: string }): string[] {
  return [
    `いまは${waiter}を待っております（${reason}）。`,
    `${waiter}からの知らせを待って、次に進みます（${reason}）。`,
  ]
}

function asking({ name, dueAt, isOverdue }: Standing['waiting'][number]): string[] {
  if (isOverdue)
    return [
      `${name}からの回答は、予定の日を過ぎてもまだ届いておらず、あらためて求めております。`,
      `${name}の回答が遅れております。引き続き、回答を求めております。`,
    ]
  const by = japaneseMoment(dueAt)
  return [
    `いま、${name}に確かめており、${by}までに回答を受け取る予定です。`,
    `${name}が調べており、回答は${by}までに届く予定です。`,
  ]
}

function closings({ nextDueAt }: Standing): string[] {
  const by = japaneseMoment(nextDueAt)
  return [
    `次は、${by}までに、こちらからご連絡いたします。`,
    `次のご連絡は、${by}までにいたします。`,
    `${by}までに、あらためてご連絡いたします。`,
  ]
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].join('と')
}

/** What may be said before a pause begins. `on`: the day, `YYYY-MM-DD`. */
export function pauseWords(waiter: string, reason: string, on: string): string {
  return `${waiter}を待っております（${reason}）。次は、${japaneseDay(on)}中にご連絡いたします。早く分かりましたら、すぐにお知らせいたします。`
}
