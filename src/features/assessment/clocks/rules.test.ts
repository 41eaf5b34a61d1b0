import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isBusinessDay,
  japaneseOfficeCalendar,
  type BusinessCalendar,
} from '#kernel/business-calendar.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { readDefinitions } from '../definitions/rules.ts'
import { units, type Length } from '../definitions/contract.ts'
import {
  dueOf,
  governmentCalendar,
  lastDay,
  nextStage,
  offersOf,
  stagesOf,
  stageState,
  warningDays,
  warningsOf,
} from './rules.ts'

const folder = join(import.meta.dirname, '../../../../clocks')
const { definitions } = readDefinitions(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: name, text: readFileSync(join(folder, name), 'utf8') })),
)
const company: BusinessCalendar = japaneseOfficeCalendar

/** `prompt 2026-11-28 final 2026-12-23`: each stage with its last day. */
function dues(code: string, on: string, variant: string | null = null) {
  const definition = definitions.find((each) => each.code === code)
  if (!definition) throw new Error(`no clock ${code}`)
  const stages = stagesOf(definition, { on, at: null }, variant, { company })
  return stages.map(({ key, dueOn }) => `${key} ${dueOn}`).join(' ')
}

describe('C1 重大製品事故：知った日を1日目として10日', () => {
  it.each([
    ['24日が1日目、10日目は12/3', '2026-11-24', '2026-12-03'],
    ['年末年始も数える：12/25が1日目、10日目は1/3。日曜でも延ばさない', '2026-12-25', '2027-01-03'],
    ['うるう年：2/20が1日目、10日目は2/29', '2028-02-20', '2028-02-29'],
    ['うるう年でなければ3/1', '2027-02-20', '2027-03-01'],
  ])('%s', (_, known, due) => {
    expect(dues('product-accident', known)).toBe(`report ${due}`)
  })

  it('日本の真夜中に変わる：11/30の23:59は30日、15:00Zは12/1として数える', () => {
    const known = (at: string) => tokyoDay(Temporal.Instant.from(at)).toString()
    expect(dues('product-accident', known('2026-11-30T14:59:59Z'))).toBe('report 2026-12-09')
    expect(dues('product-accident', known('2026-11-30T15:00:00Z'))).toBe('report 2026-12-10')
  })

  it('期限が過ぎるのは、最後の日が日本で終わる瞬間', () => {
    const [stage] = definitions.find(({ code }) => code === 'product-accident')?.stages ?? []
    const due = stage ? dueOf(stage, { on: '2026-11-24', at: null }, null, { company }) : null
    expect(due?.dueAt).toBe('2026-12-03T15:00:00Z')
  })
})

describe('C2 個人データの漏えい等：速報、本人への通知、確報（30日・60日）', () => {
  it.each([
    [
      '24日が1日目：速報5日目11/28（土でも延ばさない）、確報30日目12/23',
      '2026-11-24',
      'usual',
      'prompt 2026-11-28 notice 2026-11-28 final 2026-12-23',
    ],
    [
      '不正の目的は60日：11月に7日、12月に31日、1月22日で60日目',
      '2026-11-24',
      'improper-purpose',
      'prompt 2026-11-28 notice 2026-11-28 final 2027-01-22',
    ],
    [
      '30日目が12/31で閉庁：年末年始を越えて1/4（月）へ',
      '2026-12-02',
      'usual',
      'prompt 2026-12-06 notice 2026-12-06 final 2027-01-04',
    ],
    [
      '30日目が12/27（日）：翌12/28（月）へ',
      '2026-11-28',
      'usual',
      'prompt 2026-12-02 notice 2026-12-02 final 2026-12-28',
    ],
    [
      '60日目が2/11（建国記念の日）：翌2/12へ',
      '2026-12-14',
      'improper-purpose',
      'prompt 2026-12-18 notice 2026-12-18 final 2027-02-12',
    ],
  ])('%s', (_, known, variant, due) => {
    expect(dues('data-breach', known, variant)).toBe(due)
  })

  it('速報は、3日目を目標の日として持つ', () => {
    const [prompt] = definitions.find(({ code }) => code === 'data-breach')?.stages ?? []
    const due = prompt ? dueOf(prompt, { on: '2026-11-30', at: null }, 'usual', { company }) : null
    expect(due).toMatchObject({ aimOn: '2026-12-02', dueOn: '2026-12-04' })
  })
})

describe('C3 食品リコール：遅滞なく。会社の目安は、官公庁の2営業日', () => {
  it.each([
    ['金曜に開始：土日と11/23（祝）を飛ばし、24日が1、25日が2', '2026-11-20', '2026-11-25'],
    ['12/28に開始：年末年始を飛ばし、1/4が1、1/5が2', '2026-12-28', '2027-01-05'],
    ['大型連休：4/30が1、5/1から5/5を飛ばし、5/6が2', '2027-04-28', '2027-05-06'],
  ])('%s', (_, started, due) => {
    expect(dues('food-recall', started)).toBe(`notify ${due}`)
  })
})

describe('C4 機能性表示食品：医療機関の名を知った日を1日目として15日', () => {
  it.each([
    ['24日が1日目、15日目は12/8', '2026-11-24', '2026-12-08'],
    ['年末年始も数える：12/20が1日目、15日目は1/3', '2026-12-20', '2027-01-03'],
    ['月をまたぐ：2/20から28日まで9日、3/6が15日目', '2027-02-20', '2027-03-06'],
  ])('%s', (_, learnt, due) => {
    expect(dues('functional-food', learnt)).toBe(`inform ${due}`)
  })
})

describe.each(['drug-reaction', 'device-malfunction'])(
  'C5 %s：15日、既知で重いものは30日',
  (code) => {
    it.each([
      ['未知で重い：12/17が1日目、15日目は12/31', '2026-12-17', 'unexpected-serious', '2026-12-31'],
      ['死亡：うるう年の2/15が1日目、15日目は2/29', '2028-02-15', 'death', '2028-02-29'],
      [
        '既知で重い：12/17から31日まで15日、1/15が30日目',
        '2026-12-17',
        'expected-serious',
        '2027-01-15',
      ],
    ])('%s', (_, known, variant, due) => {
      expect(dues(code, known, variant)).toBe(`report ${due}`)
    })
  },
)

describe('C6 クーリング・オフ：書面を受け取った日を1日目として8日・20日', () => {
  it.each([
    ['24日が1日目、8日目は12/1', '2026-11-24', 'eight-days', '2026-12-01'],
    [
      '元日でも延ばさない（発信すれば足りる）：12/25が1日目、8日目は1/1',
      '2026-12-25',
      'eight-days',
      '2027-01-01',
    ],
    ['うるう年：2/22が1日目、8日目は2/29', '2028-02-22', 'eight-days', '2028-02-29'],
    [
      '連鎖販売は20日：24日から30日まで7日、12/13が20日目',
      '2026-11-24',
      'twenty-days',
      '2026-12-13',
    ],
  ])('%s', (_, received, variant, due) => {
    expect(dues('cooling-off', received, variant)).toBe(`until ${due}`)
  })

  it.each([
    ['12/28が1日目、8日目は1/4（月）', '2026-12-28', '2027-01-04'],
    ['8日目が土曜：届いたときに効くので、次の月曜まで', '2026-11-28', '2026-12-07'],
  ])('C6b 通信販売の返品は、引渡しの日を1日目として8日。%s', (_, delivered, due) => {
    expect(dues('mail-order-return', delivered)).toBe(`until ${due}`)
  })
})

describe('C8 製造物責任：知った翌日から3年（身体は5年）、引渡しから10年', () => {
  it.each([
    [
      '翌11/25から3年、応当日の前日11/24は土曜なので、11/26（月）',
      'product-liability-known',
      '2026-11-24',
      'property',
      '2029-11-26',
    ],
    [
      '身体は5年：2031-11-24は勤労感謝の日の振替休日なので、11/25',
      'product-liability-known',
      '2026-11-24',
      'body',
      '2031-11-25',
    ],
    [
      '平日で終わるときは、そのまま：2029-11-27（火）',
      'product-liability-known',
      '2026-11-27',
      'property',
      '2029-11-27',
    ],
    [
      '翌日がうるう日：2031年に2/29はないので、その月の末日2/28',
      'product-liability-known',
      '2028-02-28',
      'property',
      '2031-02-28',
    ],
    [
      'うるう日に知る：翌3/1から3年、前日は2031-02-28',
      'product-liability-known',
      '2028-02-29',
      'property',
      '2031-02-28',
    ],
    [
      '引渡しの翌日から10年：2036-11-24は振替休日なので、11/25',
      'product-liability-delivered',
      '2026-11-24',
      null,
      '2036-11-25',
    ],
    [
      '月末に引渡し：翌1/1から10年、前日は大みそか。年末年始と日曜を越えて1/5（月）',
      'product-liability-delivered',
      '2026-12-31',
      null,
      '2037-01-05',
    ],
    [
      'うるう日に引渡し：3/1から10年、前日は2/29のない年の2/28。日曜なので3/1（月）',
      'product-liability-delivered',
      '2028-02-29',
      null,
      '2038-03-01',
    ],
  ])('%s', (_, code, on, variant, due) => {
    expect(dues(code, on, variant)).toBe(`claim ${due}`)
  })
})

describe('C10 公益通報：書面を受けた日を1日目として20日', () => {
  it.each([
    ['24日が1日目、20日目は12/13', '2026-11-24', '2026-12-13'],
    ['日曜でも延ばさない：12/1が1日目、20日目は12/20', '2026-12-01', '2026-12-20'],
    ['年をまたぐ：12/20から31日まで12日、1/8が20日目', '2026-12-20', '2027-01-08'],
  ])('%s', (_, reported, due) => {
    expect(dues('public-interest-report', reported)).toBe(`answer ${due}`)
  })
})

describe('C11・C12 金融と電気通信', () => {
  it.each([
    ['2か月：翌1/1から、応当日3/1の前日', 'financial-adr', '2026-12-31', 'mediation 2027-02-28'],
    [
      '2か月：翌12/31から、2月に31日はないので末日',
      'financial-adr',
      '2026-12-30',
      'mediation 2027-02-28',
    ],
    [
      '会社の3営業日：祝日を飛ばし、24・25・26',
      'telecom-complaint',
      '2026-11-20',
      'answer 2026-11-26',
    ],
  ])('%s', (_, code, on, due) => {
    expect(dues(code, on)).toBe(due)
  })
})

describe('C13 告訴：犯人を知った日は数えず6か月。休日なら次の開庁日', () => {
  it.each([
    ['翌11/25から、応当日5/25の前日5/24（月）', '2026-11-24', '2027-05-24'],
    ['翌8/31から、2月に31日はなく末日2/28。日曜なので3/1（月）', '2026-08-30', '2027-03-01'],
    ['最後の日が12/31：年末年始を越えて1/4（月）', '2026-06-30', '2027-01-04'],
    ['最後の日が5/3（憲法記念日）：連休を越えて5/6', '2026-11-03', '2027-05-06'],
  ])('%s', (_, known, due) => {
    expect(dues('criminal-complaint', known)).toBe(`file ${due}`)
  })
})

describe('C14 削除の申出：申し出た日は数えず7日', () => {
  it.each([
    ['翌25日が1日目、7日目は12/1', '2026-11-24', '2026-12-01'],
    ['年末年始も数える：12/29が1日目、7日目は1/4', '2026-12-28', '2027-01-04'],
    ['うるう年：2/23が1日目、7日目は2/29', '2028-02-22', '2028-02-29'],
  ])('%s', (_, asked, due) => {
    expect(dues('platform-removal', asked)).toBe(`answer ${due}`)
  })
})

describe('数え方', () => {
  const stage = (length: Length) => ({
    length,
    lengthFor: {},
    onHoliday: 'rolls' as const,
    calendar: 'government' as const,
  })

  it('時間は、始まった分から数え、休日でも延ばさない', () => {
    const length = { count: 72, unit: 'hour', firstDay: 'counted' } as const
    const due = dueOf(stage(length), { on: '2026-12-30', at: '22:30' }, null, { company })
    expect(due).toMatchObject({ dueOn: '2027-01-02', dueAt: '2027-01-02T13:30:00Z' })
  })

  it.each([
    ['営業日の当日を数えると、その日が1', 'counted', 1, '2026-11-24'],
    ['営業日の当日を数えないと、翌日が1', 'not-counted', 1, '2026-11-25'],
    ['初日が休みなら、数えても次の営業日が1', 'counted', 1, '2026-11-24', '2026-11-22'],
  ] as const)('%s', (_, firstDay, count, due, on: string = '2026-11-24') => {
    const last = lastDay(
      Temporal.PlainDate.from(on),
      { count, unit: 'business-day', firstDay },
      governmentCalendar,
    )
    expect(last.toString()).toBe(due)
  })

  const anyStart = fc
    .nat(365 * 40)
    .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }))
  const anyLength = fc.record({
    count: fc.nat(60),
    unit: fc.constantFrom(...units),
    firstDay: fc.constantFrom('counted' as const, 'not-counted' as const),
  })

  it('期限は、始まりより前にはならない', () => {
    fc.assert(
      fc.property(anyStart, anyLength, (on, length) => {
        const start = { on: on.toString(), at: null }
        const { dueOn } = dueOf(stage(length), start, null, { company })
        expect(Temporal.PlainDate.compare(dueOn, on)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('延ばす数え方なら、最後の日は開いている日', () => {
    fc.assert(
      fc.property(anyStart, anyLength, (on, length) => {
        fc.pre(length.unit !== 'hour')
        const start = { on: on.toString(), at: null }
        const { dueOn } = dueOf(stage(length), start, null, { company })
        expect(isBusinessDay(governmentCalendar, Temporal.PlainDate.from(dueOn))).toBe(true)
      }),
    )
  })

  it('長くすれば、期限は早くならない', () => {
    fc.assert(
      fc.property(anyStart, anyLength, (on, length) => {
        const start = { on: on.toString(), at: null }
        const due = (count: number) => dueOf(stage({ ...length, count }), start, null, { company })
        expect(due(length.count + 1).dueAt >= due(length.count).dueAt).toBe(true)
      }),
    )
  })
})

describe('前もって知らせる', () => {
  it.each([
    ['3日まで：前の日', '2026-11-24', '2026-11-27', [1]],
    ['2週間まで：3日前と前の日', '2026-11-24', '2026-12-03', [3, 1]],
    ['3か月まで：7日前、3日前、前の日', '2026-11-24', '2026-12-23', [7, 3, 1]],
    ['1年まで：30日前から', '2026-11-24', '2027-05-24', [30, 7, 1]],
    ['それより長い：90日前から', '2026-11-24', '2036-11-24', [90, 30, 7]],
  ])('%s', (_, start, due, days) => {
    expect(warningDays(start, due)).toEqual(days)
  })

  const moments = (dueOn: string, aimOn: string | null, from: string) =>
    warningsOf(
      {
        dueOn,
        aimOn,
        dueAt: Temporal.PlainDate.from(dueOn)
          .add({ days: 1 })
          .toZonedDateTime('Asia/Tokyo')
          .toInstant()
          .toString(),
      },
      '2026-11-24',
      Temporal.Instant.from(from),
      company,
    ).map(String)

  it('机が開く9時に。休みに当たれば、その前の営業日', () => {
    // 12/7（月）の3日前は金、前日は日曜なので金曜に一度だけ。
    expect(moments('2026-12-07', null, '2026-11-24T01:00:00Z')).toEqual(['2026-12-04T00:00:00Z'])
  })

  it('目標の日にも知らせ、過ぎた知らせは出さない', () => {
    expect(moments('2026-12-03', '2026-11-26', '2026-11-25T01:00:00Z')).toEqual([
      '2026-11-26T00:00:00Z',
      '2026-11-30T00:00:00Z',
      '2026-12-02T00:00:00Z',
    ])
    expect(moments('2026-12-03', '2026-11-26', '2026-12-01T01:00:00Z')).toEqual([
      '2026-12-02T00:00:00Z',
    ])
  })
})

describe('いまの状態', () => {
  const stage = { dueOn: '2026-12-03', dueAt: '2026-12-03T15:00:00Z', warnedAt: null, done: null }
  it.each([
    ['まだ先', 'our-duty', '2026-12-01T03:00:00Z', 'open'],
    ['前の日からは、まもなく', 'our-duty', '2026-12-01T15:00:00Z', 'soon'],
    ['最後の日の23:59は、まだ過ぎていない', 'our-duty', '2026-12-03T14:59:59Z', 'soon'],
    ['日付が変わった瞬間に過ぎる', 'our-duty', '2026-12-03T15:00:00Z', 'over'],
    [
      'お客様の権利は、過ぎたのではなく終わった',
      'customers-right',
      '2026-12-03T15:00:00Z',
      'ended',
    ],
  ] as const)('%s', (_, whose, now, state) => {
    expect(stageState(stage, whose, now)).toBe(state)
  })

  it('次にすることは、済んでいないうちで期限の早いもの', () => {
    const definition = definitions.find(({ code }) => code === 'data-breach')
    if (!definition) throw new Error('no clock data-breach')
    const stages = stagesOf(definition, { on: '2026-11-24', at: null }, 'usual', { company })
    const done = { on: '2026-11-25', at: '2026-11-25T00:00:00Z', byName: '松井', how: '届けた' }
    const left = stages.map((each) => (each.key === 'final' ? each : { ...each, done }))
    expect(nextStage(stages)?.key).toBe('prompt')
    expect(nextStage(left)?.key).toBe('final')
    expect(nextStage(left.map((each) => ({ ...each, done })))).toBeNull()
  })
})

describe('候補にする', () => {
  const quiet = { triage: [], safety: null, cues: [], facts: [] }
  const answered = (question: 'hurt' | 'unwell', answer: 'yes' | 'no' | 'unknown') => ({
    question,
    answer,
    words: '',
    at: '2026-11-24T01:00:00Z',
    byName: '松井',
  })
  const heard = {
    code: 'safety_accident' as const,
    words: 'やけど',
    start: 0,
    end: 3,
    at: '2026-11-24T01:00:00Z',
    sequence: 1,
    speaker: 'customer' as const,
  }
  const fact = {
    id: 'f',
    topic: 'harm' as const,
    statement: '手に赤み',
    source: 'お客様',
    status: 'claimed' as const,
    attributedTo: null,
  }
  const why = (record: Partial<Parameters<typeof offersOf>[0]>) =>
    offersOf({ ...quiet, ...record }, definitions).find(({ code }) => code === 'product-accident')
      ?.because.by ?? 'なし'

  it.each([
    ['何もなければ、何も候補にしない', {}, 'なし'],
    ['「はい」と答えた', { triage: [answered('unwell', 'yes')] }, 'answer'],
    ['「まだわからない」だけ', { triage: [answered('hurt', 'unknown')] }, 'なし'],
    ['お客様の言葉', { cues: [heard] }, 'cue'],
    ['被害の記録', { facts: [fact] }, 'fact'],
    ['取り下げた記録', { facts: [{ ...fact, status: 'withdrawn' as const }] }, 'なし'],
    ['けがの記録', { safety: { harm: 'injured' as const, words: '赤み', sequence: 2 } }, 'harm'],
    [
      '一つだけ「いいえ」では、言葉の合図は消えない',
      { cues: [heard], triage: [answered('hurt', 'no')] },
      'cue',
    ],
    [
      'どの質問にも「いいえ」なら、言葉の合図でも候補にしない',
      { cues: [heard], triage: [answered('hurt', 'no'), answered('unwell', 'no')] },
      'なし',
    ],
  ])('%s', (_, record, by) => {
    expect(why(record)).toBe(by)
  })
})
