/** As said (「明日の17時まで」), or a day with an optional time; what was said wins. And what the customer was told. */
export type Move = {
  readonly phrase: string
  readonly on: string
  readonly at: string
  readonly reason: string
  readonly alternative: string
  readonly toldBy: string
}
export const noMove: Move = { phrase: '', on: '', at: '', reason: '', alternative: '', toldBy: '' }

export function readDue({ phrase, on, at }: Move) {
  if (phrase.trim() !== '') return { phrase: phrase.trim() }
  if (on === '') return null
  return at === '' ? { on } : { on, at }
}

/** Null while something is missing that the customer has to be told. */
export function whatIsSaid(move: Move) {
  const due = readDue(move)
  const [reason, alternative, toldBy] = [
    move.reason.trim(),
    move.alternative.trim(),
    move.toldBy.trim(),
  ]
  const isComplete = due !== null && reason !== '' && alternative !== '' && toldBy !== ''
  return isComplete ? { due, reason, alternative, toldBy } : null
}
