import { writeProtection, type Deed } from '#features/protection/contract.ts'
import { nameForProtection } from '#features/protection/settings/contract.ts'
import type { Stage } from './play.ts'
import { memberIdOf, must } from './steps.ts'

/** The consultation desk names a supervisor, who writes down what was said beside the matter itself. */
export async function keepProtected(
  { call, scopeOf, nextId, clock }: Pick<Stage, 'call' | 'scopeOf' | 'nextId' | 'clock'>,
  complaintIds: ReadonlyMap<string, string>,
) {
  const [mori, sasaki] = [scopeOf('mori'), scopeOf('sasaki')]
  await must(call(mori, nameForProtection, { params: { memberId: memberIdOf(sasaki) } }))
  const complaintId = complaintIds.get('written-apology')
  if (complaintId === undefined) return
  for (const deed of deeds(clock.now().subtract({ hours: 2 }).toString()))
    await must(
      call(sasaki, writeProtection, { params: { complaintId }, body: { id: nextId(), deed } }),
    )
}

function deeds(happenedAt: string): Deed[] {
  return [
    {
      kind: 'note',
      note: {
        kind: 'danger',
        happenedAt,
        place: '電話',
        words: '店の前で待っているからな。顔は覚えたぞ。',
        facts: '電話の終わりに、上の言葉を二回言った。口調は静かだった。',
        witness: '小林（隣の席で聞いた）',
        links: [],
      },
    },
    { kind: 'instruct', words: '二人で応対する', until: null },
  ]
}
