import { describe, expect, it } from 'vitest'
import { isAligned, outcomeOf, readNames, suggestedSelector, whyNotUsed } from './rules.ts'

const address = 'desk@cs.minato.example'

describe('署名に使う名前', () => {
  it.each([
    ['差出人のドメイン', 'cs.minato.example', true],
    ['その上のドメイン', 'minato.example', true],
    ['一番上だけ', 'example', false],
    ['よそのドメイン', 'minato.test', false],
    ['似た名前', 'anato.example', false],
    ['下のドメイン', 'x.cs.minato.example', false],
  ])('%s', (_, domain, fits) => {
    expect(isAligned(domain, address)).toBe(fits)
  })

  it('全角や大文字は直して読み、使えないものはどちらが悪いかを言う', () => {
    expect(readNames({ domain: ' Minato.Example. ', selector: 'ＵＫＥ１' }, address)).toEqual({
      domain: 'minato.example',
      selector: 'uke1',
    })
    expect(readNames({ domain: 'a.test', selector: 'a' }, address)).toBe('letters.signing-domain')
    const odd = readNames({ domain: 'minato.example', selector: '受付' }, address)
    expect(odd).toBe('letters.signing-selector')
  })

  it('月の名を付け、使われていれば次の名にする', () => {
    const now = Temporal.Instant.from('2026-11-30T16:00:00Z')
    expect(suggestedSelector(now, [])).toBe('uketome202612')
    expect(suggestedSelector(now, ['uketome202612'])).toBe('uketome202612b')
  })
})

describe('公開されたもの', () => {
  it.each([
    ['同じ鍵', ['v=DKIM1; k=rsa; p=AbC='], 'published'],
    ['空白や順の違い', ['k=rsa;v=DKIM1;  p = Ab C= ; t=s'], 'published'],
    ['別の鍵', ['v=DKIM1; p=xyz'], 'different'],
    ['取り消された鍵', ['v=DKIM1; p='], 'different'],
    ['二つあるもの', ['p=AbC=', 'p=xyz'], 'different'],
    ['別の種類の鍵', ['v=DKIM1; k=ed25519; p=AbC='], 'different'],
    ['別のもの', ['v=spf1 -all'], 'absent'],
    ['何もない', [], 'absent'],
    ['答えがない', null, 'unreachable'],
  ])('%s', (_, records, outcome) => {
    expect(outcomeOf(records, 'AbC=').outcome).toBe(outcome)
  })

  it('合わないと分かっている鍵では署名を始めない', () => {
    const all = [null, 'absent', 'different', 'unreachable', 'published'] as const
    expect(all.map(whyNotUsed)).toEqual([
      'letters.signing-unchecked',
      'letters.signing-unpublished',
      'letters.signing-unpublished',
      null,
      null,
    ])
  })
})
