import { describe, expect, it } from 'vitest'
import { emptyRecord } from '#features/complaints/record/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { admitsFault, namesMoney } from '../rules.ts'
import { loadPlaybook } from '../store.ts'
import type { GuideContext } from './guide.ts'
import { sentencesFor } from './sentences.ts'

const read = await loadPlaybook()
if (!read.ok) throw new Error(read.refusal.data.problems.join('\n'))
const context: GuideContext = {
  complaintId: '00000000-0000-7000-8000-000000000001',
  playbook: read.value,
  now: '2026-11-24T03:00:00Z',
  handlerName: '中村',
  organisationName: 'みなと食品',
}
const mail: CaseRecord = { ...emptyRecord, channel: 'mail', number: 'U26-00001' }

describe('言い方を探す', () => {
  it('記録にある値は入り、ないところは {{…}} のまま残る', () => {
    const concern = { id: context.complaintId, words: '母への贈り物が割れていた', isSettled: false }
    const texts = sentencesFor({ ...mail, concerns: [concern] }, context).map(({ text }) => text)
    expect(texts).toContain(
      '「母への贈り物が割れていた」とのこと、どれほどお困りかと拝読いたしました。',
    )
    expect(texts.some((text) => /\{\{[^{}]+\}\}/u.test(text))).toBe(true)
    expect(texts.filter((text) => text.includes('{{懸念}}'))).toEqual([])
  })

  it('呼び出されている型の言い方が、先に並ぶ。同じ文は一度だけ', () => {
    const sentences = sentencesFor(mail, context)
    const plays = [...new Set(sentences.map(({ play }) => play))]
    expect(plays.indexOf('書面の返事')).toBeLessThan(plays.indexOf('上司対応'))
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length)
  })

  it('確かめていない落ち度と、決まっていないお金の言葉は、探しても出ない', () => {
    const texts = sentencesFor(mail, context).map(({ text }) => text)
    expect(texts.length).toBeGreaterThan(200)
    expect(
      texts.filter(
        (text) => admitsFault(text) || namesMoney(text.replaceAll(/\{\{[^{}]*\}\}/gu, '')),
      ),
    ).toEqual([])
  })
})
