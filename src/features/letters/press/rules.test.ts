import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { typesetToKeep } from '#platform/paper/typeset.ts'
import { letters } from '#test/letters.ts'
import { difference, pageAsPicture, pagesIn } from '#test/paper-picture.ts'
import { tagsOf, toldOf } from '#test/paper-tags.ts'
import type { TypedLetter } from '../typesetting/contract.ts'
import { aLetter, ourLetterhead, setAsPdf } from '../typesetting/factory.ts'
import { documentOf } from '../sheet/rules.ts'
import { setFor } from './rules.ts'

const pictures = join(import.meta.dirname, '../../../../docs/pictures')

describe('十通の手紙', () => {
  it.each(letters)('$name は、見本の絵のとおりに刷られる', async ({ name, letter, head }) => {
    const golden = await readFile(join(pictures, `letters-${name}.png`))
    const printed = await pageAsPicture(await setAsPdf(letter, head), 1)
    expect(await difference(printed, golden)).toBeLessThan(0.002)
  })

  it('どの二通の絵も、同じとは言われない', async () => {
    const [one, other] = letters.slice(2, 4)
    if (!one || !other) throw new Error('ten letters')
    const printed = await Promise.all(
      [one, other].map(async (each) => pageAsPicture(await setAsPdf(each.letter, each.head), 1)),
    )
    const [a = Buffer.of(), b = Buffer.of()] = printed
    expect(await difference(a, b)).toBeGreaterThan(0.01)
  })

  it('長い手紙は二枚になり、二枚目だけに番号が付く', async () => {
    const sample = letters.find(({ name }) => name === 'long-answer')
    if (!sample) throw new Error('long-answer')
    const pdf = await setAsPdf(sample.letter, sample.head)
    expect(await pagesIn(pdf)).toBe(2)
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
    expect(text.map((page) => /―\s*\d\s*―/u.exec(page)?.[0] ?? '')).toEqual(['', '― 2 ―'])
  })
})

async function said(letter: TypedLetter, head = ourLetterhead): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(await setAsPdf(letter, head)))
  return (await extractText(pdf, { mergePages: true })).text.replaceAll(/\s+/gu, '')
}

function sampleOf(wanted: string) {
  const sample = letters.find(({ name }) => name === wanted)
  if (!sample) throw new Error(wanted)
  return setAsPdf(sample.letter, sample.head)
}

async function rolesIn(name: string, ...roles: string[]): Promise<string[]> {
  const tags = await tagsOf(await sampleOf(name))
  const wanted = tags.filter(({ role }) => roles.includes(role))
  return wanted.map(({ role, words }) => `${role} ${words.replaceAll(/\s+/gu, '')}`)
}

describe('読み上げ', () => {
  it.each(letters)('$name は、PDF/A-2a で、題も言葉も名乗る', async ({ name, letter }) => {
    const told = { language: 'ja-JP', part: '2', conformance: 'A' }
    const said = await toldOf(await sampleOf(name))
    expect(said).toMatchObject(told)
    expect(said.title).toBe(letter.subject)
  })

  it('件名と記は見出し、記の番号は箇条書き、表は見出しのある表', async () => {
    expect(await rolesIn('broken-teapot', 'H1', 'H2', 'Lbl', 'TH')).toEqual([
      'H1 急須の破損についてのお詫び',
      'H2 記',
      'Lbl 1.',
      'Lbl 2.',
      'TH 品名',
      'TH 数量',
      'TH 金額',
      'Lbl 同封物',
    ])
    const paragraphs = await rolesIn('broken-teapot', 'P')
    expect(paragraphs.at(0)).toBe('P 〒150-0001')
    expect(paragraphs.findIndex((each) => each === 'P 謹白')).toBeGreaterThan(
      paragraphs.findIndex((each) => each.startsWith('P 謹啓')),
    )
  })

  it('報告書の写真は、説明を名乗る', async () => {
    expect(await rolesIn('accident-report', 'Figure', 'H2')).toEqual([
      'H2 経過',
      'H2 写真',
      'Figure 写真1びんの口の欠け。長さ約4mm',
      'Figure 写真2底の製造番号L2609-14',
    ])
  })

  it('縦書きは、列ごとではなく段落ごとに読まれる', async () => {
    const [title, first, ...rest] = await rolesIn('rude-reception', 'H1', 'P')
    expect(title).toBe('H1 店頭での応対についてのお詫び')
    expect(first).toMatch(/^P 謹啓十一月十五日に.*深くお詫び申し上げます。$/u)
    expect(rest.slice(-6, -5)).toEqual(['P 令和八年十一月二十四日'])
    expect(rest.at(-1)).toBe('P 渡邊節子様')
  })

  it('下書きであることは、目で見ない人にも伝わる', async () => {
    const { source, given } = setFor(documentOf(aLetter(), ourLetterhead, '下書き'), {
      author: 'a',
      on: '2026-11-24',
    })
    const set = await typesetToKeep(source, given, [])
    const draft = 'pdf' in set ? set.pdf : Buffer.of()
    expect((await toldOf(draft)).keywords).toBe('下書き')
    expect((await toldOf(await setAsPdf(aLetter()))).keywords).toBeUndefined()
  })
})

describe('刷られたもの', () => {
  it('長く残せる形で、読み上げの順が付き、書体は全部入っている', async () => {
    const pdf = (await setAsPdf(aLetter())).toString('latin1')
    expect(pdf).toContain('pdfaid:part>2<')
    expect(pdf).toContain('pdfaid:conformance>A<')
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf.match(/\/FontFile2/gu)?.length).toBe(
      pdf.match(/\/Type\s*\/FontDescriptor/gu)?.length,
    )
  })

  it('同じ手紙は、何度刷っても同じバイトになる', async () => {
    const [one, other] = [await setAsPdf(aLetter()), await setAsPdf(aLetter())]
    expect(one.equals(other)).toBe(true)
  })

  it('組版の記号は、言葉のまま刷られる', async () => {
    const text = '#pagebreak() *強い* $x$ [ ] \\ @ref <label> // 注'
    expect(await said(aLetter({ text }))).toContain(text.replaceAll(/\s+/gu, ''))
  })

  it.each(['𠮷田', '髙橋', '山﨑', '葛󠄀城', '渡邉', '齋藤'])(
    '%s の字は、そのまま刷られる',
    async (name) => {
      for (const direction of ['horizontal', 'vertical'])
        expect(await said(aLetter({ direction, recipient: { name } }))).toContain(name)
    },
  )

  it('向きを変える文字は、名前をすり替えられないように除く', async () => {
    expect(await said(aLetter({ text: 'お客様\u202Eは\u202C森本\u200B様です。\u0007' }))).toContain(
      'お客様は森本様です。',
    )
  })

  it.each(['😊', 'שלום', '𪛖', '한국'])('%s は、箱にせず、刷れないと言う', async (words) => {
    for (const direction of ['horizontal', 'vertical']) {
      const letter = aLetter({ direction, text: `お詫びを${words}申し上げます。` })
      const { source, given } = setFor(documentOf(letter, ourLetterhead, ''), {
        author: 'a',
        on: letter.dateOn,
      })
      const set = await typesetToKeep(source, given, [])
      const missing = 'unprintable' in set ? [...set.unprintable] : []
      expect(missing.toSorted()).toEqual([...words].toSorted())
    }
  })

  it('一万字でも、三千字の名前でも、空でも、止まらない', async () => {
    for (const direction of ['horizontal', 'vertical']) {
      const long = aLetter({
        direction,
        text: '長い。'.repeat(4000),
        recipient: { name: '寿'.repeat(3000) },
      })
      expect(await pagesIn(await setAsPdf(long))).toBeGreaterThan(5)
      const empty = aLetter({ direction, text: '', subject: '', recipient: {} })
      expect(await pagesIn(await setAsPdf(empty))).toBe(1)
    }
  })
})
