import { describe, expect, it } from 'vitest'
import { needsOf, textOnPaper, warningsOf } from '../typesetting/rules.ts'
import { aLetter, ourLetterhead } from '../typesetting/factory.ts'
import { paperDraft } from './contract.ts'
import { letterOf, notesIn, sheetsIn, subjectOf } from './rules.ts'

const opening = {
  head: 3,
  recipient: aLetter().recipient,
  dateOn: '2026-11-24',
  era: 'japanese' as const,
  hasWindow: false,
}
const mail = {
  text: '森本 千尋様\n\nご連絡をいただき、ありがとうございます。',
  subject: 'Re: 急須の口が欠けていました [U26-00038]',
}

describe('返事の文面を紙に移す', () => {
  it('宛名の行は紙のものなので、本文から外れる', () => {
    expect(letterOf(paperDraft.parse({}), mail, opening).text).toBe(
      'ご連絡をいただき、ありがとうございます。',
    )
  })

  it('宛名の行がなければ、本文はそのまま', () => {
    const text = 'お客様には、ご不便をおかけしました。'
    expect(textOnPaper(text)).toEqual({ text, from: 0 })
  })

  it('宛先と日付は記録のまま、直せばそのとおりになる', () => {
    const asIs = letterOf(paperDraft.parse({}), mail, opening)
    expect(asIs).toMatchObject({ recipient: opening.recipient, dateOn: '2026-11-24' })
    const recipient = { ...opening.recipient, name: '髙橋 花子' }
    const mended = letterOf(paperDraft.parse({ recipient, dateOn: '2026-11-25' }), mail, opening)
    expect(mended).toMatchObject({ recipient: { name: '髙橋 花子' }, dateOn: '2026-11-25' })
  })

  it('そのままで印刷できる手紙になる', () => {
    expect(needsOf(letterOf(paperDraft.parse({}), mail, opening), ourLetterhead)).toEqual([])
  })

  it('写真と経過は、報告書にだけ入る', () => {
    const timeline = '11月18日　お届け\nお電話をいただいた'
    const given = { timeline, pictures: [{ evidenceId: crypto.randomUUID(), caption: '欠け' }] }
    const report = letterOf(paperDraft.parse({ ...given, kind: 'accident-report' }), mail, opening)
    expect(report.timeline).toEqual([
      { at: '11月18日', what: 'お届け' },
      { at: '', what: 'お電話をいただいた' },
    ])
    const answer = letterOf(paperDraft.parse(given), mail, opening)
    expect([answer.timeline, answer.pictures]).toEqual([[], []])
  })
})

it.each([
  ['apology', mail.subject, '「急須の口が欠けていました」についてのお詫び'],
  ['refusal', 'RE: Fwd: 返金の件', '「返金の件」についてのご回答'],
  ['progress', '', 'お申し出についての経過のご報告'],
  ['accident-report', mail.subject, '急須の口が欠けていました（報告）'],
] as const)('%s の件名は、メールの件名から引用で作る', (kind, subject, said) => {
  expect(subjectOf(kind, subject)).toBe(said)
})

it('記は一行に一つ、打った番号は消え、縦線の行は表になる', () => {
  expect(notesIn('1. お返しする金額　12,800円\n\n内訳\n｜品名｜金額｜\n|急須|12,000円|')).toEqual([
    { text: 'お返しする金額　12,800円', rows: [] },
    {
      text: '内訳',
      rows: [
        ['品名', '金額'],
        ['急須', '12,000円'],
      ],
    },
  ])
})

it.each([
  ['0 0 595.2755 841.8897', 1],
  ['0 0 595.2755 1683.7795', 2],
  ['0 0 841.8897 595.2755', 1],
  ['0 0 841.8897 1785.8267', 3],
])('絵の大きさ %s から、枚数が分かる', (box, sheets) => {
  expect(sheetsIn(`<svg viewBox="${box}">`)).toBe(sheets)
})

describe('紙の上で気になる所', () => {
  const codes = (given: Parameters<typeof aLetter>[0]) =>
    warningsOf(aLetter(given)).map(({ code }) => code)
  const url = `https://desk.minato.example/${'track/'.repeat(20)}`

  it('切れ目のない長い言葉は、紙の幅に収まらない', () => {
    expect(codes({ text: `こちらです ${url}` })).toEqual(['overfull'])
    expect(codes({ text: 'https://desk.minato.example/' })).toEqual([])
  })
  it('縦書きでは、長いURLと表のことを言う', () => {
    const notes = [{ text: '内訳', rows: [['急須', '1']] }]
    expect(codes({ text: url, notes, direction: 'vertical' })).toEqual(['turned', 'table-upright'])
  })
  it('住所がなければ、封筒に書くように言う', () => {
    expect(codes({ recipient: { name: '森本 千尋' } })).toEqual(['no-address'])
  })
})
