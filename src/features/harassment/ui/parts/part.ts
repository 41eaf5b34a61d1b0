import type { z } from 'zod'
import type { JudgementDraft, readJudging } from '../../judging/contract.ts'

/** What every part of the dialog is given. */
export type Part = {
  readonly draft: JudgementDraft
  readonly judging: z.output<(typeof readJudging)['answer']>
  readonly change: (next: Partial<JudgementDraft>) => void
}
