import type { Fact } from '#features/complaints/contract.ts'

/** The customer's own account that these words confirm; none when the record shows something else. */
export function claimConfirmed(
  facts: readonly Fact[],
  topic: Fact['topic'],
  statement: string,
): Fact | undefined {
  return facts.findLast(
    (fact) =>
      fact.topic === topic && fact.status === 'claimed' && bare(fact.statement) === bare(statement),
  )
}

function bare(statement: string): string {
  return statement.normalize('NFKC').replace(/[\s、。,.]/g, '')
}
