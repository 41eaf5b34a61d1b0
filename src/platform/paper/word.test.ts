import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Document } from '#kernel/document.ts'
import { asWord } from './word.ts'

const letter: Document = {
  direction: 'horizontal',
  title: '急須についてのお詫び',
  mark: '',
  number: 'U26-00123',
  date: '令和8年11月24日',
  addressee: { address: ['〒150-0001', '渋谷区神宮前1-2-3'], names: ['𠮷田 花子　様'] },
  isInWindow: true,
  sender: [{ text: 'みなと食卓株式会社', isName: true }],
  logo: '',
  body: [
    { kind: 'paragraph', text: '謹啓　<b>お詫び</b> & 申し上げます。', isIndented: false },
    { kind: 'paragraph', text: '24日に2度、確かめました。', isIndented: true },
    { kind: 'end', text: '謹白' },
  ],
  appendix: [
    { kind: 'center', text: '記' },
    { kind: 'table', rows: [['品名', '数量'], ['急須']], hasHead: true },
  ],
}

/** One part of the file that Word reads. */
async function part(document: Document, name: string): Promise<string> {
  const zip = await asWord(document, [], 'みなと食卓株式会社')
  // A local header: 30 bytes, the name, what is extra; then the bytes, deflated (APPNOTE 4.3.7).
  const at = zip.indexOf(name) - 30
  const size = zip.readUInt32LE(at + 18)
  const from = at + 30 + name.length + zip.readUInt16LE(at + 28)
  return inflateRawSync(zip.subarray(from, from + size)).toString('utf8')
}

describe('Wordの手紙', () => {
  it('言葉は全部入り、記号は言葉のまま', async () => {
    const xml = await part(letter, 'word/document.xml')
    const words = xml.replaceAll(/<[^>]+>/gu, '')
    for (const said of ['𠮷田 花子　様', '令和8年11月24日', '記', '急須', '謹白'])
      expect(words).toContain(said)
    expect(words).toContain('&lt;b&gt;お詫び&lt;/b&gt; &amp; 申し上げます。')
  })

  it('宛先は、封筒の窓の位置に枠で置く', async () => {
    const xml = await part(letter, 'word/document.xml')
    expect(xml.match(/<w:framePr [^>]*w:hAnchor="page"/gu)).toHaveLength(3)
    expect(await part({ ...letter, isInWindow: false }, 'word/document.xml')).not.toContain(
      'framePr',
    )
  })

  it('縦書きは、横向きのA4に上から下へ、二桁の数は縦中横', async () => {
    const xml = await part({ ...letter, direction: 'vertical' }, 'word/document.xml')
    expect(xml).toContain('<w:textDirection w:val="tbRl"/>')
    expect(xml).toContain('w:orient="landscape"')
    expect(xml.match(/<w:eastAsianLayout [^>]*w:vert/gu)).toHaveLength(3)
    expect(await part(letter, 'word/document.xml')).not.toContain('eastAsianLayout')
  })

  it('書体は游明朝で、ないときは明朝の仲間に替わる', async () => {
    expect(await part(letter, 'word/styles.xml')).toContain('w:eastAsia="游明朝"')
    expect(await part(letter, 'word/fontTable.xml')).toContain('Hiragino Mincho ProN')
  })
})
