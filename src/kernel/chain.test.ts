import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commitmentOf, entryHash, GENESIS, verifyChain, type ChainEntry } from './chain.ts'
import { sha256Hex } from './hash.ts'

const uuid = (n: number) => `0199a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const chainOf = { organisationId: uuid(1), complaintId: uuid(2) }

function sealed(payload: unknown, sequence: number, previous: string, seed = 'a'): ChainEntry {
  const salt = sha256Hex(`${seed}${sequence}`).slice(0, 32)
  const fields = {
    ...chainOf,
    sequence,
    id: uuid(100 + sequence),
    type: 'complaints.noted',
    at: `2026-11-24T08:00:${String(sequence % 60).padStart(2, '0')}Z`,
    by: `member:${uuid(3)}`,
    commitment: commitmentOf(payload, salt),
    previous,
  }
  return { ...fields, payload, salt, hash: entryHash(fields) }
}

function written(payloads: readonly unknown[]): ChainEntry[] {
  const entries: ChainEntry[] = []
  for (const payload of payloads)
    entries.push(sealed(payload, entries.length + 1, entries.at(-1)?.hash ?? GENESIS))
  return entries
}

const headOf = (entries: readonly ChainEntry[]) => ({
  sequence: entries.at(-1)?.sequence ?? 0,
  hash: entries.at(-1)?.hash ?? GENESIS,
})
const named = (entries: readonly ChainEntry[], truth: readonly ChainEntry[]) =>
  verifyChain(entries, { expectedHead: headOf(truth), complaintId: chainOf.complaintId }).map(
    ({ complaintId, sequence, kind }) => {
      expect(complaintId).toBe(chainOf.complaintId)
      return [kind, sequence]
    },
  )
const erased = (entry: ChainEntry): ChainEntry => ({ ...entry, payload: null, salt: null })

const words = fc.record({
  words: fc.string({ unit: 'grapheme' }),
  count: fc.double({ noNaN: true, noDefaultInfinity: true }),
})
const someChain = fc.array(words, { minLength: 1, maxLength: 12 }).map(written)
const chainAndPlace = someChain.chain((entries) =>
  fc.tuple(fc.constant(entries), fc.nat({ max: entries.length - 1 })),
)
const entryAt = (entries: readonly ChainEntry[], index: number) => {
  const entry = entries[index]
  if (!entry) throw new RangeError(`no entry ${index}`)
  return entry
}

describe('無傷の記録', () => {
  test('書いたままなら、何も見つからない', () => {
    fc.assert(
      fc.property(someChain, (entries) => {
        expect(verifyChain(entries)).toEqual([])
        expect(named(entries, entries)).toEqual([])
      }),
    )
  })

  test('どの記載の言葉を消しても、鎖は確かめられる', () => {
    fc.assert(
      fc.property(someChain, fc.array(fc.boolean()), (entries, choices) => {
        const some = entries.map((entry, index) => (choices[index] ? erased(entry) : entry))
        expect(named(some, entries)).toEqual([])
        expect(named(entries.map(erased), entries)).toEqual([])
      }),
    )
  })

  test('まだ何も書かれていない鎖も無傷', () => {
    expect(verifyChain([], { expectedHead: { sequence: 0, hash: GENESIS } })).toEqual([])
  })
})

describe('一か所でも変われば、どこかを言い当てる', () => {
  const sealedFields = [
    'organisationId',
    'complaintId',
    'id',
    'type',
    'at',
    'by',
    'commitment',
    'previous',
    'hash',
  ] as const

  test.each(sealedFields)('%sを書き換える', (field) => {
    fc.assert(
      fc.property(chainAndPlace, fc.string(), ([entries, index], other) => {
        const entry = entryAt(entries, index)
        fc.pre(other !== entry[field])
        const changed = entries.with(index, { ...entry, [field]: other })
        expect(named(changed, entries)).toEqual([['altered-entry', index + 1]])
      }),
    )
  })

  test('番号だけを書き換える', () => {
    fc.assert(
      fc.property(chainAndPlace, fc.oneof(fc.integer(), fc.double()), ([entries, index], other) => {
        fc.pre(other !== index + 1)
        const changed = entries.with(index, { ...entryAt(entries, index), sequence: other })
        expect(named(changed, entries)).toEqual([['altered-entry', index + 1]])
        const asStored = changed.toSorted((a, b) => a.sequence - b.sequence)
        expect(named(asStored, entries)).toEqual([['altered-entry', index + 1]])
      }),
    )
  })

  test('言葉または塩を書き換える', () => {
    fc.assert(
      fc.property(chainAndPlace, fc.jsonValue(), ([entries, index], other) => {
        const entry = entryAt(entries, index)
        const salt = sha256Hex('別').slice(0, 32)
        for (const change of [
          { payload: { other } },
          { salt },
          { salt: '短い' },
          { payload: undefined },
        ]) {
          const changed = entries.with(index, { ...entry, ...change })
          expect(named(changed, entries)).toEqual([['altered-payload', index + 1]])
        }
      }),
    )
  })

  test('言葉だけ、または塩だけを消す', () => {
    fc.assert(
      fc.property(chainAndPlace, ([entries, index]) => {
        const entry = entryAt(entries, index)
        for (const change of [{ payload: null }, { salt: null }])
          expect(named(entries.with(index, { ...entry, ...change }), entries)).toEqual([
            ['altered-payload', index + 1],
          ])
      }),
    )
  })

  test('途中を抜く', () => {
    fc.assert(
      fc.property(chainAndPlace, ([entries, index]) => {
        fc.pre(index < entries.length - 1)
        expect(named(entries.toSpliced(index, 1), entries)).toEqual([['removed', index + 1]])
        expect(verifyChain(entries.toSpliced(index, 1))).toMatchObject([{ kind: 'removed' }])
      }),
    )
  })

  test('続けて抜いた分は、初めと終わりの番号で示す', () => {
    const entries = written(['一', '二', '三', '四', '五'])
    expect(verifyChain(entries.toSpliced(1, 2))).toEqual([
      { complaintId: chainOf.complaintId, sequence: 2, kind: 'removed', data: { until: 3 } },
    ])
  })

  test('末尾を切る', () => {
    fc.assert(
      fc.property(chainAndPlace, ([entries, index]) => {
        expect(named(entries.slice(0, index), entries)).toEqual([['truncated', index + 1]])
      }),
    )
  })

  test('辻つまの合う偽の記載を差し込む', () => {
    fc.assert(
      fc.property(chainAndPlace, words, fc.boolean(), ([entries, index], payload, fitting) => {
        const previous = fitting ? (entries[index - 1]?.hash ?? GENESIS) : sha256Hex('偽')
        const forged = sealed(payload, index + 1, previous, '偽')
        expect(named(entries.toSpliced(index, 0, forged), entries)).toEqual([
          ['inserted', index + 1],
        ])
        expect(named(entries.toSpliced(index + 1, 0, forged), entries)).toEqual([
          ['inserted', index + 1],
        ])
      }),
    )
  })

  test('末尾に書き足す', () => {
    fc.assert(
      fc.property(someChain, words, (entries, payload) => {
        const forged = sealed(payload, entries.length + 1, entries.at(-1)?.hash ?? GENESIS)
        expect(named([...entries, forged], entries)).toEqual([['inserted', entries.length + 1]])
      }),
    )
  })

  test('別の苦情の記載を混ぜる、またはすり替える', () => {
    const entries = written(['一', '二', '三', '四'])
    const fields = { ...entryAt(entries, 2), complaintId: uuid(9) }
    const foreign = { ...fields, hash: entryHash(fields) }
    expect(named(entries.toSpliced(2, 0, foreign), entries)).toEqual([['inserted', 3]])
    expect(named(entries.with(2, foreign), entries)).toEqual([
      ['inserted', 3],
      ['removed', 3],
    ])
  })

  test('一番より前には何も書けない', () => {
    const entries = written(['一', '二'])
    const before = sealed('零', 0, GENESIS)
    expect(named([before, ...entries], entries)).toEqual([['inserted', 0]])
  })

  test('二つを入れ替える（並びだけ、または番号ごと）', () => {
    fc.assert(
      fc.property(chainAndPlace, fc.nat(), ([entries, index], pick) => {
        const other = pick % entries.length
        fc.pre(other !== index)
        const [a, b] = [entryAt(entries, index), entryAt(entries, other)]
        const both = [Math.min(index, other), Math.max(index, other)].map((at) => [
          'reordered',
          at + 1,
        ])
        expect(named(entries.with(index, b).with(other, a), entries)).toEqual(both)
        const renumbered = entries
          .with(index, { ...b, sequence: a.sequence })
          .with(other, { ...a, sequence: b.sequence })
        expect(named(renumbered, entries)).toEqual(both)
      }),
    )
  })

  test('途中を辻つまが合うように書き直しても、次とのつながりか先頭の控えで分かる', () => {
    fc.assert(
      fc.property(chainAndPlace, ([entries, index]) => {
        const forged = sealed('書き直し', index + 1, entryAt(entries, index).previous, '偽')
        const isLast = index === entries.length - 1
        expect(named(entries.with(index, forged), entries)).toEqual([
          isLast ? ['altered-entry', index + 1] : ['broken-link', index + 2],
        ])
      }),
    )
  })

  test('初めから終わりまで書き直しても、先頭の控えと合わない', () => {
    const entries = written(['一', '二', '三'])
    const rewritten = written(['一', '二（別）', '三'])
    expect(verifyChain(rewritten)).toEqual([])
    expect(named(rewritten, entries)).toEqual([['altered-entry', 3]])
  })

  test('抜いて番号を詰めても、抜いた番号が分かる', () => {
    const entries = written(['一', '二', '三', '四', '五'])
    const closed = entries
      .toSpliced(1, 1)
      .map((entry, index) => ({ ...entry, sequence: index + 1 }))
    expect(named(closed, entries)).toContainEqual(['removed', 2])
  })
})

describe('約束の値', () => {
  test('塩が違えば、同じ言葉でも違う値になる', () => {
    const [one, other] = ['00', '01'].map((byte) => commitmentOf('瓶が割れていた', byte.repeat(16)))
    expect(one).not.toBe(other)
  })

  test('塩と言葉をつないだもののハッシュである', () => {
    const salt = '61'.repeat(16) // 'a' × 16
    expect(commitmentOf({ b: 1, a: '割れ' }, salt)).toBe(
      sha256Hex(`${'a'.repeat(16)}{"a":"割れ","b":1}`),
    )
  })

  test('長さの違う塩は使えない', () => {
    expect(() => commitmentOf('言葉', '61')).toThrow(RangeError)
  })

  test('封をする欄のほかは、記載のハッシュに影響しない', () => {
    const entry = entryAt(written(['一']), 0)
    const stripped = { ...erased(entry), hash: '' }
    expect(entryHash(stripped)).toBe(entry.hash)
  })
})
