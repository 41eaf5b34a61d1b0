import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { typeset } from '#platform/paper/typeset.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { fold } from '#features/complaints/record/door.ts'
import { aCall, anId, written } from '#features/complaints/record/factory.ts'
import { handOverSheet } from '../hand-over/rules.ts'
import { onPaper, paperSource, type Names } from './rules.ts'

const now = '2026-11-24T01:12:40Z'
const receiver = { name: '佐々木 恵', isLeader: true }
const names: Names = {
  cue: { asks_supervisor: '上司を出せ' },
  channel: { phone: '電話' },
  demand: { compensation: '金品' },
}

function paperOf(events: readonly ComplaintEvent[], language: 'ja' | 'en' = 'ja') {
  const record = fold(written([...aCall('瓶が割れて届いた'), ...events]))
  const sheet = handOverSheet(record, { complaintId: anId(100), now, receiver })
  return onPaper(sheet, { language, names, clocks: record.clocks, now })
}

async function printed(paper: unknown) {
  const bytes = await typeset(paperSource, paper)
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(pdf, { mergePages: true })
  return { pages: pdf.numPages, text: text.replace(/\s+/gu, '') }
}

const demanded = (n: number, words: string): ComplaintEvent => ({
  type: 'complaints.demand-made',
  payload: { demandId: anId(n), kind: 'compensation', words },
})
const heard = (n: number): ComplaintEvent => ({
  type: 'complaints.noted',
  payload: {
    speaker: n % 2 === 0 ? 'customer' : 'operator',
    text: `${n}回目です。いったい何度、同じ話をさせるつもりですか。説明がそのたびに変わるので、とても信用できません。`,
    cues: [{ code: 'asks_supervisor', start: 0, end: 3, words: '上司' }],
  },
})
const concern = (n: number): ComplaintEvent => ({
  type: 'complaints.concern-raised',
  payload: {
    concernId: anId(1000 + n),
    words: `折り返すと言われて待っていたのに、${n}日たっても電話がなく、こちらから掛けることになった`,
  },
})
const claim = (n: number): ComplaintEvent => ({
  type: 'complaints.fact-claimed',
  payload: {
    factId: anId(2000 + n),
    topic: 'what',
    statement: `${n}本目の瓶の口が欠けており、箱の中に細かい破片が散らばっていたとのお申し出`,
    source: 'お客様のお話',
  },
})
const confirm = (n: number): ComplaintEvent => ({
  type: 'complaints.fact-confirmed',
  payload: {
    factId: anId(2000 + n),
    topic: 'what',
    statement: `${n}箱目の出荷のときの写真では、緩衝材が規定より一枚少なかったことが分かった`,
    source: '倉庫の出荷記録',
    attributedTo: 'unknown',
  },
})
const promise = (n: number): ComplaintEvent => ({
  type: 'commitments.made',
  payload: {
    commitmentId: anId(3000 + n),
    words: `${n}件目の調査の結果と、交換の品の届く日を、担当からお電話でお知らせする`,
    dueAt: '2026-11-25T08:00:00Z',
    dueOn: '2026-11-25',
    precision: 'minute',
    ownerId: anId(1),
    ownerName: '松井 あかり',
    madeTo: 'customer',
  },
})

describe('紙の引き継ぎ票', () => {
  it('お客様の言葉は、組版の記号でもそのまま印刷される', async () => {
    const { pages, text } = await printed(
      paperOf([demanded(1, '#pagebreak() *払え* $x$ [ ] 髙﨑')]),
    )
    expect(pages).toBe(1)
    expect(text).toContain('#pagebreak()*払え*$x$[]髙﨑')
    expect(text).toContain('責任者の佐々木と申します')
  })

  it('見出しは、読む順に並ぶ', async () => {
    const { text } = await printed(
      paperOf([concern(1), claim(1), demanded(1, '迷惑料を払え'), promise(1)]),
    )
    const heads = [
      '引き継ぎ票',
      '最初の一言',
      '何にお困り',
      '避けること',
      '確認できたこと',
      'お申し出（未確認）',
      'ご要望と返事',
    ]
    const places = heads.map((head) => text.indexOf(head))
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
    expect(places).not.toContain(-1)
    expect(text).toContain('11月25日（水）17時まで')
  })

  it.each(['ja', 'en'] as const)(
    '五百件の記録でも、A4一枚に収まり、何も欠けない（%s）',
    async (language) => {
      const count = Array.from({ length: 100 }, (_, n) => n + 1)
      const crowded = count.flatMap((n) => [
        heard(n),
        concern(n),
        claim(n),
        ...(n % 2 === 0 ? [confirm(n)] : []),
        demanded(
          n,
          `${n}件目の要求として、これまでに掛かった電話代と交通費と一日分の日当を払うべきだ`,
        ),
        promise(n),
      ])
      expect(crowded.length).toBeGreaterThanOrEqual(500)
      const paper = paperOf(crowded, language)
      const { pages, text } = await printed(paper)
      expect(pages).toBe(1)
      const said = paper.parts.flatMap(({ title, lines }) => [
        title,
        ...lines.map((each) => each.text),
      ])
      for (const words of [...said, paper.first.words, paper.subject, paper.made])
        expect(text).toContain(words.replace(/\s+/gu, ''))
    },
  )

  it('まだ何もない記録でも、一枚になる', async () => {
    const { pages, text } = await printed(paperOf([]))
    expect(pages).toBe(1)
    expect(text).toContain('約束まだありません')
  })
})
