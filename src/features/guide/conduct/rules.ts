import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { equal, matches, present } from '../stories/rules.ts'
import type { ConductExpectation, ConductLook } from '../stories/contract.ts'

/** What of the pane of protection is not as the story expects, one sentence each. */
export function ofConduct(
  expected: ConductExpectation,
  look: ConductLook,
  record: CaseRecord,
): string[] {
  return [
    ...ofNear(expected, look),
    ...same('言い方の例', expected.manners, look.manners),
    ...same('中身の例', expected.contents, look.contents),
    ...present('お客様の側に立つ手がかり', expected.hints, look.hints),
    ...(expected.ladder ? ofLadder(expected.ladder, look.ladder) : []),
    ...(expected.goesOn ? ofGoingOn(expected.goesOn, record) : []),
  ]
}

function ofNear(expected: ConductExpectation, { near }: ConductLook): string[] {
  const under = (type: string) => near.filter((each) => each.type === type)
  const standards = near.flatMap(({ standard }) => standard ?? [])
  return [
    ...(expected.near
      ? same(
          '近い型',
          Object.entries(expected.near).flatMap(([type, because]) =>
            because.map((why) => `${type}（${why}）`),
          ),
          near.map(({ type, because }) => `${type}（${because}）`),
        )
      : []),
    ...Object.entries(expected.strength ?? {}).flatMap(([type, wanted]) =>
      equal(`${type}の強さ`, wanted, strongest(under(type).map(({ strength }) => strength))),
    ),
    ...Object.entries(expected.grounds ?? {}).flatMap(([type, words]) =>
      present(
        `${type}の根拠`,
        words,
        under(type).flatMap((each) => each.words),
      ),
    ),
    ...(expected.standards?.length === 0
      ? same('当社基準', [], standards)
      : present('当社基準', expected.standards, standards)),
  ]
}

const strengths = ['once', 'repeated', 'past-standard'] as const

function strongest(found: readonly (typeof strengths)[number][]) {
  return strengths.findLast((each) => found.includes(each))
}

function ofLadder(
  expected: NonNullable<ConductExpectation['ladder']>,
  ladder: ConductLook['ladder'],
): string[] {
  const { offers, next } = ladder
  const say = offers.find(({ step }) => step === next)?.say ?? []
  return [
    ...same('段階を開いた言い方', expected.heard, ladder.heard),
    ...equal('次の段階', expected.next, next),
    ...equal('中止のお願いの回数', expected.requests, ladder.requests),
    ...present('段階の言葉', expected.says, say),
    ...(expected.never ?? [])
      .filter((pattern) => say.some((text) => matches(pattern, text)))
      .map((pattern) => `段階の言葉に「${pattern}」は出ないはずでした。`),
    ...Object.entries(expected.waits ?? {}).flatMap(([step, wanted]) => {
      const offer = offers.find((each) => each.step === step)
      return equal(`${step}が待つもの`, wanted, offer?.waitsFor ?? 'nothing')
    }),
    ...equal('緊急', expected.emergency, ladder.emergency ?? 'none'),
  ]
}

/** No verdict and no step ends a complaint: it is open, and what was asked for is still asked for. */
function ofGoingOn(wanted: readonly string[], record: CaseRecord): string[] {
  const { closing, demands, concerns, commitments } = record
  const open = [
    ...demands.flatMap(({ kind, words }) => [kind, words]),
    ...concerns.flatMap(({ words, isSettled }) => (isSettled ? [] : [words])),
    ...commitments.flatMap(({ words, state }) => (state === 'open' ? [words] : [])),
  ]
  return [
    ...(closing ? ['苦情は続いているはずが、終わっています。'] : []),
    ...present('続いているお申し出', wanted, open),
  ]
}

function same(
  what: string,
  wanted: readonly string[] | undefined,
  found: readonly string[],
): string[] {
  if (!wanted || wanted.toSorted().join() === found.toSorted().join()) return []
  const named = (each: readonly string[]) => each.join(' ／ ') || 'なし'
  return [`${what}は「${named(wanted)}」のはずが、「${named(found)}」でした。`]
}
