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
  window: { x: 23, y: 13.5, width: 64, height: 24 },
  hasSeal: false,
  accent: '',
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

  it('開くと読み取り専用で、印は太い赤でどの頁にも立つ', async () => {
    const settings = await part(letter, 'word/settings.xml')
    expect(settings).toMatch(/<w:documentProtection [^>]*w:edit="readOnly"/u)
    expect(settings).toMatch(/<w:documentProtection [^>]*w:enforcement="(?:1|true)"/u)
    for (const name of ['word/header1.xml', 'word/header2.xml']) {
      const header = await part({ ...letter, mark: '下書き — 送れません' }, name)
      expect(header).toMatch(/<w:b\/>.*下書き — 送れません/u)
    }
  })

  it('宛先は、封筒の窓の位置に枠で置く', async () => {
    const xml = await part(letter, 'word/document.xml')
    expect(xml.match(/<w:framePr [^>]*w:hAnchor="page"/gu)).toHaveLength(3)
    expect(await part({ ...letter, window: null }, 'word/document.xml')).not.toContain('framePr')
  })

  it('縦書きは、横向きのA4に上から下へ、二桁の数は縦中横', async () => {
    const xml = await part({ ...letter, direction: 'vertical' }, 'word/document.xml')
    expect(xml).toContain('<w:textDirection w:val="tbRl"/>')
    expect(xml).toContain('w:orient="landscape"')
    expect(xml.match(/<w:eastAsianLayout [^>]*w:vert/gu)).toHaveLength(3)
    expect(await part(letter, 'word/document.xml')).not.toContain('eastAsianLayout')
  })

  it('書体は游明朝で、ないときはＭＳ 明朝など、明朝の仲間に替わる', async () => {
    expect(await part(letter, 'word/styles.xml')).toContain('w:eastAsia="游明朝"')
    const table = await part(letter, 'word/fontTable.xml')
    for (const fallback of ['Yu Mincho', 'ＭＳ 明朝', 'Hiragino Mincho ProN'])
      expect(table).toContain(fallback)
  })

  it('言葉は日本語で、行の高さは書体に任せず決める', async () => {
    const xml = await part(letter, 'word/styles.xml')
    expect(xml).toContain('<w:lang w:val="ja-JP" w:eastAsia="ja-JP"/>')
    expect(xml).toMatch(/<w:pPrDefault>.*?w:line="395" w:lineRule="exact".*?<\/w:pPrDefault>/u)
  })

  it('紙はA4で、縦に置く', async () => {
    const xml = await part(letter, 'word/document.xml')
    expect(xml).toMatch(/<w:sectPr.*<w:pgSz w:w="11905" w:h="16837" w:orient="portrait"\/>/u)
    expect(xml).not.toContain('textDirection')
  })

  it('日付と結語は右に寄り、記は中央に、記の中身は番号のあとのタブで揃う', async () => {
    const items = [
      { kind: 'item' as const, label: '1.', text: '内訳' },
      { kind: 'item' as const, label: '同封物', text: '伝票' },
    ]
    const appendix = [...letter.appendix, ...items]
    const xml = await part({ ...letter, appendix }, 'word/document.xml')
    expect(paragraphWith(xml, '令和8年11月24日')).toContain('<w:jc w:val="right"/>')
    expect(paragraphWith(xml, '謹白')).toContain('<w:jc w:val="right"/>')
    expect(paragraphWith(xml, '記')).toContain('<w:jc w:val="center"/>')
    expect(paragraphWith(xml, '内訳')).toContain('w:left="630" w:hanging="420"')
    expect(paragraphWith(xml, '内訳')).toMatch(/<w:tab w:val="left" w:pos="630"\/>.*<w:tab\/>/u)
    expect(paragraphWith(xml, '伝票')).toContain('w:left="1050" w:hanging="840"')
  })

  it('宛名は住所から、住所は日付から離れて立つ', async () => {
    const xml = await part({ ...letter, window: null }, 'word/document.xml')
    expect(paragraphWith(xml, '〒150-0001')).toContain('w:before="200"')
    expect(paragraphWith(xml, '渋谷区')).toContain('w:before="0"')
    expect(paragraphWith(xml, '花子')).toContain('w:before="100"')
  })

  it('結語だけが次の紙に移ることはない', async () => {
    const xml = await part(letter, 'word/document.xml')
    expect(paragraphWith(xml, '確かめました')).toContain('<w:keepNext/>')
    expect(paragraphWith(xml, 'お詫び&lt;')).not.toContain('<w:keepNext/>')
  })

  it('縦書きの数字の前後は空かず、名前の間は一字分空く', async () => {
    const names = ['渡邊 節子　様']
    const addressee = { ...letter.addressee, names }
    const xml = await part({ ...letter, addressee, direction: 'vertical' }, 'word/document.xml')
    expect(paragraphWith(xml, '度、確かめました')).toContain('<w:autoSpaceDN w:val="false"/>')
    expect(xml).toContain('渡邊　節子　様')
  })

  it('角印の場所と会社の色は、決めたときだけ入る', async () => {
    const plain = await part({ ...letter, window: null }, 'word/document.xml')
    expect(plain).not.toMatch(/framePr|1f3a68/u)
    const sealed = { ...letter, window: null, hasSeal: true, accent: '#1f3a68' }
    const xml = await part(sealed, 'word/document.xml')
    expect(paragraphWith(xml, '印')).toMatch(/<w:framePr [^>]*w:w="1190" w:h="1190"/u)
    expect(paragraphWith(xml, 'みなと食卓株式会社')).toContain('<w:color w:val="1f3a68"/>')
  })
})

/** The one paragraph whose text has these words. */
function paragraphWith(xml: string, words: string): string {
  const all = xml.match(/<w:p>.*?<\/w:p>/gu) ?? []
  return all.find((each) => each.replaceAll(/<[^>]+>/gu, '').includes(words)) ?? ''
}
