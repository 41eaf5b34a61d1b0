import type { Way } from '#features/harassment/plans/contract.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { onPlan } from './grounds.ts'
import { matterOf, told } from './pieces.ts'
import { inline, list, says, type Sentence } from './sentences.ts'
import type { Content } from './source.ts'

type ContactPlan = NonNullable<CaseRecord['contactPlan']>

const waysInWords: Readonly<Record<Way, string>> = {
  phone: 'お電話',
  mail: 'メール',
  chat: 'チャット',
  letter: '書面',
  counter: '窓口でのご対面',
}

/** 連絡の取り決めのお知らせ: what, why in facts, until when, where to object, and that complaints are taken as before. */
export function contactPlan(record: CaseRecord, plan: ContactPlan): Content {
  const ground = onPlan(plan)
  const { text, grounds } = matterOf(record)
  return {
    subject: '今後のご連絡の方法について',
    lacks: [],
    paragraphs: told(
      [
        says(`${text}に関し、今後のご連絡の方法についてお伝えいたします。`, ...grounds),
        says(`${scopeOf(plan)}は、次のとおりとさせていただきます。`, ground),
      ],
      termsIn(plan).map((line) => says(`・${line}`, ground)),
      list('このようにお願いする理由は、記録にある次の事実です。', reasonsIn(plan)),
      [
        says('お申し出をお受けしないということではございません。'),
        says('どの方法でいただいたお申し出も、これまでどおり受け付け、お答えいたします。'),
        says('お怪我など安全に関わることは、いつでも、どの窓口にもお知らせください。'),
      ],
      [says(`${inline(plan.objection)}。`, ground)],
      [says('お申し出そのものについては、引き続き対応いたします。')],
    ),
  }
}

function scopeOf({ covers }: ContactPlan): string {
  return covers === 'everything' ? 'お客様とのご連絡' : 'この件でのご連絡'
}

function termsIn(plan: ContactPlan): string[] {
  return [
    `窓口：${plan.windowToldAs}`,
    `ご連絡の内容：${inline(plan.about)}`,
    `ご連絡の方法：${waysOf(plan)}`,
    ...plan.refrains.map((each) => `お控えいただきたいこと：${inline(each)}`),
    `見直す日：${dayWords(plan.reviewOn)}`,
  ]
}

function reasonsIn(plan: ContactPlan): Sentence[] {
  return plan.reasons.map(({ on, words }) =>
    says(`${dayWords(on)}　${inline(words)}`, onPlan(plan)),
  )
}

function waysOf({ ways, hours }: ContactPlan): string {
  return ways
    .map((way) =>
      way === 'phone' && hours ? `${waysInWords.phone}（${hoursOf(hours)}）` : waysInWords[way],
    )
    .join('、')
}

function hoursOf({ weekdays, from, to, onHolidays }: NonNullable<ContactPlan['hours']>): string {
  const days = weekdays
    .toSorted((a, b) => a - b)
    .map((day) => '月火水木金土日'[day - 1])
    .join('・')
  const holidays = onHolidays ? '祝日を含む' : '祝日を除く'
  return `${days}曜の${timeWords(from)}から${timeWords(to)}まで、${holidays}`
}

function timeWords(clock: string): string {
  const [hour = '', minute = ''] = clock.split(':')
  return `${Number(hour)}時${minute === '00' ? '' : `${Number(minute)}分`}`
}

function dayWords(day: string): string {
  const date = Temporal.PlainDate.from(day)
  return `${date.year}年${date.month}月${date.day}日（${'月火水木金土日'[date.dayOfWeek - 1] ?? ''}）`
}
