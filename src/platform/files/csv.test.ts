import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRows, guarded, unguarded } from './csv.ts'
import { readText } from './text-file.ts'

const cells = (text: string) => [...csvRows(text)].map((row) => row.cells)

describe('CSVを読む', () => {
  test('引用符の中の区切り、改行、二重の引用符', () => {
    expect(cells('a,b\r\n"1,5","x\r\ny ""z"""\r\n')).toEqual([
      ['a', 'b'],
      ['1,5', 'x\r\ny "z"'],
    ])
  })

  test('行番号は、ファイルを開いたときの行', () => {
    expect([...csvRows('a\n"1\n2"\n\n3\n')].map(({ line }) => line)).toEqual([1, 2, 5])
  })

  test('タブとセミコロンも分かる', () => {
    expect(cells('a\tb\n1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(cells('a;b\n1,5;2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ])
  })

  test('閉じ忘れた引用符があっても、言葉は残る', () => {
    expect(cells('a,b\n1,"終わらない\n言葉')).toEqual([
      ['a', 'b'],
      ['1', '終わらない\n言葉'],
    ])
  })

  test('書いたものは、そのまま読める', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '、', ' ', ';') })
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1 })
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(table, (rows) => {
        const text = ['見出し,二つ目', ...rows.map((row) => row.map(quote).join(','))].join('\r\n')
        const filled = rows.filter((row) => row.some((each) => each.trim() !== ''))
        expect(cells(text).slice(1)).toEqual(filled)
      }),
    )
  })
})

describe('表計算が式として動かさないように書く', () => {
  test.each([
    ['=HYPERLINK("http://x.example")', `'=HYPERLINK("http://x.example")`],
    ['+81-90-1234-5678', "'+81-90-1234-5678"],
    ['-二日待った', "'-二日待った"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝１＋１', "'＝１＋１"],
    [' =1', "' =1"],
    ['\t=1', "'\t=1"],
    ["'=1", "''=1"],
    ['-12.5', '-12.5'],
    ['3-4日', '3-4日'],
    ["'特選'", "'特選'"],
    ['', ''],
  ])('%j', (cell, written) => {
    expect(guarded(cell)).toBe(written)
    expect(unguarded(written)).toBe(cell)
  })

  test('どんなものも、書いて読めば元のまま', () => {
    const cell = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '1', 'あ', ' ', '\t') })
    fc.assert(
      fc.property(cell, (text) => {
        expect(unguarded(guarded(text))).toBe(text)
      }),
    )
  })
})

describe('文字コードを見分ける', () => {
  const cp932 = new Uint8Array([0x8b, 0xea, 0x8f, 0xee, 0x87, 0x40, 0xfb, 0xfc]) // 苦情①髙

  test('CP932', () => expect(readText(cp932)).toEqual({ text: '苦情①髙', encoding: 'cp932' }))
  test('UTF-8', () =>
    expect(readText(new TextEncoder().encode('苦情①髙'))).toEqual({
      text: '苦情①髙',
      encoding: 'utf-8',
    }))
  test('印つきのUTF-8は、印を残さない', () =>
    expect(readText(new TextEncoder().encode('\uFEFF苦情'))?.text).toBe('苦情'))
  test('ExcelのUnicodeテキスト', () =>
    expect(readText(new Uint8Array([0xff, 0xfe, 0xe6, 0x82, 0xc5, 0x60]))).toEqual({
      text: '苦情',
      encoding: 'utf-16le',
    }))
  test('画像は読まない', () =>
    expect(readText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBeNull())
})
