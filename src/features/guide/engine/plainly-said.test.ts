import { describe, expect, test } from 'vitest'
import { fold } from '#features/complaints/record/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { aCall, written } from '#features/complaints/record/factory.ts'
import { plainlySaid } from './plainly-said.ts'

const now = '2026-11-24T01:10:00Z'
const noted = (speaker: 'customer' | 'operator', text: string): ComplaintEvent => ({
  type: 'complaints.noted',
  payload: { speaker, text, cues: [] },
})
const saidIn = (...events: ComplaintEvent[]) =>
  Object.fromEntries(
    [...plainlySaid(fold(written([...aCall(''), ...events])), now)].map(([key, { value }]) => [
      key,
      value,
    ]),
  )

describe('お客様がはっきり言われたこと', () => {
  test.each<[string, Record<string, string>]>([
    ['11月2日に本店で買いました。', { purchasedOn: '2026-11-02', where: '本店' }],
    ['１２月３日に買ったものです。', { purchasedOn: '2025-12-03' }],
    ['三日前に買って、4,980円でした。', { purchasedOn: '2026-11-21', price: '4980' }],
    ['昨日、届いた箱がつぶれていました。', { when: '昨日' }],
    ['山本と申します。', { customer: '山本' }],
    ['名前は高橋 恵です。', { customer: '高橋 恵' }],
    ['電話は０９０−００００−１２３４です。', { contact: '090-0000-1234' }],
    ['03(0000)1234に電話してください。', { contact: '03-0000-1234' }],
    ['注文番号はA-10234です。', { order: 'A-10234' }],
    ['伝票番号は4567-1234だから。', { order: '4567-1234' }],
    ['駅前の店で言われました。', {}],
    ['渋谷店で言われました。', { where: '渋谷店' }],
  ])('「%s」', (text, told) => expect(saidIn(noted('customer', text))).toEqual(told))

  test.each([
    '木曜までに届けてください。',
    '12月24日までに要るんです。',
    '今日はどうも。',
    '代わりの者と申します。',
    '5万円返してください。',
    'お店の人がいいと言いました。',
  ])('「%s」からは、何も読まない', (text) => expect(saidIn(noted('customer', text))).toEqual({}))

  test('お買い上げの日を尋ねたあとの日付は、買った日。尋ねなければ、起きた日', () => {
    const asked = noted('operator', 'お買い上げの日は、いつ頃でしたか。')
    const answer = noted('customer', '11月2日に本店で。')
    expect(saidIn(asked, answer)).toMatchObject({ purchasedOn: '2026-11-02' })
    expect(saidIn(answer)).toMatchObject({ when: '11月2日' })
  })

  test('言い直されたら、あとの言葉をとる', () => {
    const first = noted('customer', '11月2日に買いました。')
    const second = noted('customer', 'いえ、11月3日に買いました。')
    expect(saidIn(first, second)).toEqual({ purchasedOn: '2026-11-03' })
  })
})
