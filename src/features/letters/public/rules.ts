import type { Channels, Show, Standing } from './contract.ts'
import type { ReviewStatus } from '#features/intake/reviews/contract.ts'

/** How long a reply may be at a place, in its own way of counting. */
export type Limit = { readonly most: number; readonly unit: 'letters' | 'weighted' | 'bytes' }

// X: docs.x.com, counting characters. Google: Business Profile API, ReviewReply.comment. 2026-11.
const limits: Readonly<Record<string, Limit>> = {
  X: { most: 280, unit: 'weighted' },
  'Google マップ': { most: 4096, unit: 'bytes' },
  Instagram: { most: 2200, unit: 'letters' },
  Threads: { most: 500, unit: 'letters' },
}

/** Null where no limit is known: then nothing is said about it. */
export function limitOf(site: string): Limit | null {
  return Object.hasOwn(limits, site) ? (limits[site] ?? null) : null
}

const urls = /https?:\/\/[!-~]+/gu

/** As the place counts: on X a Japanese letter is two and any URL 23. */
export function lengthOf(text: string, unit: Limit['unit']): number {
  const composed = text.normalize('NFC')
  if (unit === 'bytes') return sum([...composed].map(bytesOf))
  if (unit === 'letters') return graphemes(composed).length
  const links = composed.match(urls)?.length ?? 0
  return links * 23 + sum(graphemes(composed.replace(urls, '')).map(weightOf))
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}

/** In UTF-8. */
function bytesOf(letter: string): number {
  const point = letter.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}

function graphemes(text: string): string[] {
  return [...new Intl.Segmenter('ja').segment(text)].map(({ segment }) => segment)
}

const light: readonly (readonly [number, number])[] = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
]

function weightOf(letter: string): number {
  if (/\p{Extended_Pictographic}/u.test(letter)) return 2
  const points = [...letter].map((each) => each.codePointAt(0) ?? 0)
  return sum(
    points.map((point) => (light.some(([from, to]) => from <= point && point <= to) ? 1 : 2)),
  )
}

/** What invites to a talk that nobody else reads, and asks for nothing personal here. Null while there is no way. */
export function invitationOf({ telephone, mail, formPath }: Channels, origin: string) {
  const ways = [
    ...(telephone === '' ? [] : [`お電話（当社の窓口 ${telephone}）`]),
    ...(formPath === null ? [] : [`お問い合わせフォーム（${origin}${formPath}）`]),
    ...(telephone !== '' || formPath !== null || mail === ''
      ? []
      : [`メール（当社の窓口 ${mail}）`]),
  ]
  if (ways.length === 0) return null
  return `詳しいお話は、${ways.join('か、')}でうかがえますと幸いです。この欄はどなたでもお読みになれますので、お名前やご連絡先は、お書きにならないようお願いいたします。`
}

type Seen = { readonly stars: number | null; readonly status: ReviewStatus }

/** Words to begin with, each made of what everybody knows: that somebody wrote, and that we read it. */
export function openingsFor(seen: Seen): { id: string; text: string }[] {
  const thanks = 'ご投稿をありがとうございます。'
  const sorry = `${thanks}\nお書きいただいたようなお気持ちにさせてしまい、お詫び申し上げます。`
  const openings = [
    {
      id: 'sorry',
      text: `${sorry}\nいただいたお声は、担当の者が読み、これからの応対に生かします。`,
    },
    {
      id: 'hear',
      text: `${sorry}\n何があったのかを、直接うかがいたく存じます。`,
    },
    ...(seen.status === 'checking'
      ? [{ id: 'checking', text: `${sorry}\nご指摘の点は、社内で確かめております。` }]
      : []),
    { id: 'thanks', text: `${thanks}\nお寄せいただいた言葉を、これからの店づくりに生かします。` },
  ]
  const isContent = seen.stars !== null && seen.stars >= 4
  return isContent ? openings.toReversed() : openings
}

/** Where a review waits. What is being written counts as long as nobody has settled it in another way. */
export function shownUnder(status: ReviewStatus, standing: Standing | null): Show {
  const mayBeWritten = status === 'open' || status === 'checking' || status === 'answered'
  if (standing !== null && mayBeWritten) return standing === 'declined' ? 'drafted' : standing
  return status === 'open' || status === 'checking' ? status : 'done'
}
