import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carried } from './carried.ts'

const file = {
  format: 'uketome-playbook-1',
  language: 'ja',
  plays: { 受付: { state: 'text', text: 'play: 受付\n', basedOn: null } },
  stories: { 雨の日: 'story: 雨の日\n' },
}
const written = JSON.stringify(file, null, 2)
const troubleIn = (text: string) => {
  const read = carried(text)
  return 'trouble' in read ? read.trouble : null
}

describe('書き出したファイルを読む', () => {
  it('そのままなら読めて、どの型が何行目にあるかが分かる', () => {
    const read = carried(written)
    expect(read).toMatchObject({ file })
    expect('file' in read && read.lineOf('plays', '受付', 'text')).toBe(7)
    expect('file' in read && read.lineOf('stories', '雨の日')).toBe(12)
  })

  it.each([
    ['コンマがない', written.replace('"ja",', '"ja"'), 4],
    ['引用符が閉じていない', written.replace('"ja"', '"ja'), 3],
    ['かっこが足りない', written.slice(0, -2), 13],
    ['コンマで終わる', written.replace('null\n', 'null,\n'), 9],
    ['中身がない', '', 1],
    ['JSONではない', 'play: 受付\n', 1],
  ])('%s：その行を言う', (_, text, line) => {
    expect(troubleIn(text)).toEqual({ line, kind: 'json', field: '' })
  })

  it.each([
    ['状態の名が違う', written.replace('"text",', '"draft",'), 6, 'plays › 受付 › state'],
    ['文がない', written.replace(/ {6}"text": .*\n/, ''), 5, 'plays › 受付 › text'],
    ['物語が文ではない', written.replace('"story: 雨の日\\n"', '3'), 12, 'stories › 雨の日'],
    ['型の一覧がない', written.replace('"plays"', '"play"'), 1, 'plays'],
  ])('%s：その行と項目を言う', (_, text, line, field) => {
    expect(troubleIn(text)).toEqual({ line, kind: 'field', field })
  })

  it.each(['{}', '[]', '"文"', '{"plays":{}}'])(
    'ほかのファイルは、ほかのファイルと言う：%s',
    (text) => {
      expect(troubleIn(text)?.kind).toBe('other-file')
    },
  )

  it('どんな文字の並びでも、JSONかどうかの答えはJSON.parseと同じになる', () => {
    const pieces = fc.constantFrom(...'{}[]:," \n0-1.e\\u"', 'true', 'null', '"a"', '"\\n"')
    const wild = fc.array(pieces, { maxLength: 12 }).map((each) => each.join(''))
    fc.assert(
      fc.property(fc.oneof(wild, fc.json()), (text) => {
        expect(troubleIn(text)?.kind === 'json').toBe(!isJson(text))
      }),
      { numRuns: 2000 },
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
