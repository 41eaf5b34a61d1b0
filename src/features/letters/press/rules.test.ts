import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { typesetToKeep } from '#platform/paper/typeset.ts'
import { letters } from '#test/letters.ts'
import { difference, pageAsPicture, pagesIn } from '#test/paper-picture.ts'
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
