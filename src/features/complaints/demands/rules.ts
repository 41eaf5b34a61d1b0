import type { Recorded, RecordedDemand } from '../record/contract.ts'

type Made = Extract<Recorded, { type: 'complaints.demand-made' }>['payload']
type Answered = Extract<Recorded, { type: 'complaints.demand-answered' }>['payload']

/** The same demand again is counted and keeps its place; what was said last stands. */
export function withDemand(demands: readonly RecordedDemand[], made: Made): RecordedDemand[] {
  const { demandId, kind, words } = made
  const before = demands.find((demand) => isSameDemand(demand, made))
  if (!before)
    return [...demands, { id: demandId, ids: [demandId], kind, words, times: 1, ...unanswered }]
  const ids = before.ids.includes(demandId) ? before.ids : [...before.ids, demandId]
  const again = { ...before, words, times: before.times + 1, ids }
  return demands.map((demand) => (demand === before ? again : demand))
}

const unanswered = {
  answer: null,
  answerWords: null,
  ground: null,
  alternative: null,
  content: null,
  answeredTimes: 0,
  answers: [],
} as const

/** Said again, the answer may leave out what was said before; who judged the content need not do so twice. */
export function answered(
  demand: RecordedDemand,
  { answer, words, ground, alternative, content }: Omit<Answered, 'demandId'>,
  { at, byName }: Pick<Recorded, 'at' | 'byName'>,
): RecordedDemand {
  return {
    ...demand,
    answer,
    answerWords: words,
    ground: ground ?? demand.ground,
    alternative: alternative ?? demand.alternative,
    content: content ?? demand.content,
    answeredTimes: demand.answeredTimes + 1,
    answers: [...demand.answers, { answer, at, byName }],
  }
}

/** One demand of a kind, however it is worded; of other kinds each wording is its own. */
export function isSameDemand(
  demand: Pick<RecordedDemand, 'ids' | 'kind' | 'words'>,
  made: Pick<Made, 'demandId' | 'kind' | 'words'>,
): boolean {
  if (demand.ids.includes(made.demandId)) return true
  return demand.kind === made.kind && (made.kind !== 'other' || demand.words === made.words)
}
