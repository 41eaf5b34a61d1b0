import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

const double = (hex: string) => {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, BigInt(`0x${hex}`))
  return view.getFloat64(0)
}

describe('RFC 8785の例', () => {
  test('3.2.2: 数・文字列・定数を決まった形で書き、鍵を並べる', () => {
    const given = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`)
    expect(canonicalJson(given)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
        String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  test('3.2.3: 鍵はUTF-16の符号単位の順に並ぶ', () => {
    const given = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    const written = canonicalJson(given).matchAll(/:"([^"]*)"/g)
    expect(Array.from(written, ([, name]) => name)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  // 付録B
  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('付録B: %sは%s', (hex, written) => {
    expect(canonicalJson(double(hex))).toBe(written)
  })

  test.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])(
    '付録B: %sは書けない',
    (hex) => {
      expect(() => canonicalJson(double(hex))).toThrow(TypeError)
    },
  )
})

describe('日本語の記録', () => {
  test('漢字はそのまま、改行は短い記号で書く', () => {
    expect(canonicalJson({ 言葉: '瓶が\n割れていた', 回: 2, 済: false })).toBe(
      String.raw`{"回":2,"済":false,"言葉":"瓶が\n割れていた"}`,
    )
  })

  test('空の入れ物と入れ子', () => {
    expect(canonicalJson({ b: [], a: { d: {}, c: [[null]] } })).toBe(
      '{"a":{"c":[[null]],"d":{}},"b":[]}',
    )
  })
})

test.each([
  ['未定義', undefined],
  ['中の未定義', { a: undefined }],
  ['抜けのある配列', [1, , 2]], // oxlint-disable-line no-sparse-arrays
  ['半端なサロゲート', 'あ\ud83d'],
  ['半端なサロゲートの鍵', { '\ude00': 1 }],
  ['日付オブジェクト', new Date(0)],
  ['写像', new Map()],
  ['長整数', 1n],
  ['関数', () => 1],
])('%sは黙って落とさず、断る', (_, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError)
})

test('読み戻すと同じ値になり、もう一度書いても同じ文になる', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const written = canonicalJson(value)
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(JSON.parse(written))).toBe(written)
    }),
  )
})

test('鍵を入れた順は文に影響しない', () => {
  const members = fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), fc.integer()), {
    selector: ([key]) => key,
  })
  fc.assert(
    fc.property(members, (entries) => {
      const proper = entries.filter(([key]) => key !== '__proto__' && key.isWellFormed())
      expect(canonicalJson(Object.fromEntries(proper.toReversed()))).toBe(
        canonicalJson(Object.fromEntries(proper)),
      )
    }),
  )
})
