import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { sha256, sha256Hex, toHex, utf8 } from './hash.ts'
import { inclusionProof, isIncluded, merkleRoot, type ChainHead } from './merkle.ts'

const head = (complaintId: string, sequence = 1): ChainHead => ({
  complaintId,
  sequence,
  hash: sha256Hex(`${complaintId}/${sequence}`),
})
const leaf = (value: ChainHead) => sha256(Uint8Array.of(0), utf8(canonicalJson(value)))
const node = (left: Uint8Array, right: Uint8Array) => sha256(Uint8Array.of(1), left, right)

const someHeads = fc
  .uniqueArray(fc.uuid(), { minLength: 1, maxLength: 40 })
  .map((ids) => ids.map((id, index) => head(id, index + 1)))

test('苦情がまだ無いときの根は、空のハッシュ', () => {
  expect(merkleRoot([])).toBe(sha256Hex(''))
})

test('一件なら葉そのもの、三件なら左に二件・右に一件（RFC 6962）', () => {
  const [a, b, c] = [head('a'), head('b'), head('c')]
  expect(merkleRoot([a])).toBe(toHex(leaf(a)))
  expect(merkleRoot([a, b, c])).toBe(toHex(node(node(leaf(a), leaf(b)), leaf(c))))
})

test('渡す順は根に影響しない', () => {
  fc.assert(
    fc.property(someHeads, (heads) => {
      expect(merkleRoot(heads.toReversed())).toBe(merkleRoot(heads))
    }),
  )
})

test('どの苦情も、根だけを持つ人に証明できる', () => {
  fc.assert(
    fc.property(someHeads, (heads) => {
      const root = merkleRoot(heads)
      for (const each of heads) {
        const proof = inclusionProof(heads, each.complaintId)
        expect(proof && isIncluded(each, proof, root)).toBe(true)
      }
    }),
  )
})

test('違う先頭・違う位置・欠けた道筋は証明にならない', () => {
  fc.assert(
    fc.property(someHeads, fc.nat(), (heads, pick) => {
      const root = merkleRoot(heads)
      const each = heads[pick % heads.length] ?? head('a')
      const proof = inclusionProof(heads, each.complaintId)
      if (!proof) throw new Error('a head that is there has a proof')
      expect(isIncluded({ ...each, sequence: each.sequence + 1 }, proof, root)).toBe(false)
      expect(isIncluded(each, { ...proof, index: proof.size }, root)).toBe(false)
      expect(isIncluded(each, { ...proof, path: [...proof.path, root] }, root)).toBe(false)
      const cut = { ...proof, path: proof.path.slice(1) }
      expect(isIncluded(each, cut, root)).toBe(heads.length === 1)
    }),
  )
})

test('先頭が一つでも変われば根が変わる', () => {
  fc.assert(
    fc.property(someHeads, fc.nat(), (heads, pick) => {
      const changed = heads.with(pick % heads.length, head('変えた'))
      expect(merkleRoot(changed)).not.toBe(merkleRoot(heads))
      expect(merkleRoot(heads.slice(1))).not.toBe(merkleRoot(heads))
    }),
  )
})

test('無い苦情の証明は作れない', () => {
  expect(inclusionProof([head('a')], 'b')).toBeUndefined()
})
