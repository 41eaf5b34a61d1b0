import type { z } from 'zod'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { useSeen } from '#kit/seen.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { showToast } from '#kit/toasts.ts'
import { proposeJudgement, type JudgementDraft, type readJudging } from '../../judging/contract.ts'
import { judgingMessages } from '../../judging/messages.ts'
import { AxesFields } from './AxesFields.tsx'
import { ConsiderFields } from './ConsiderFields.tsx'
import { DecideFields } from './DecideFields.tsx'
import { emptyDraft, understandDraft } from './judgement-draft.ts'
import { Near } from './Near.tsx'
import { QuoteFields } from './QuoteFields.tsx'

type Props = {
  readonly complaintId: string
  readonly judging: z.output<(typeof readJudging)['answer']>
  readonly reconsiders: string | null
  readonly onClose: () => void
}

/** From words to a proposal, in four parts down one page. A second person makes it count. */
export default function JudgementDialog({ complaintId, judging, reconsiders, onClose }: Props) {
  const { words } = useMessages(judgingMessages)
  const key = `${complaintId}/judgement${reconsiders ? `/${reconsiders}` : ''}`
  const kept = useDraft<JudgementDraft>(key, emptyDraft(reconsiders), understandDraft)
  const seen = useSeen(judging.head)
  const command = useCommand(proposeJudgement)
  const { value: draft } = kept
  function change(next: Partial<JudgementDraft>) {
    seen.touch()
    kept.change({ ...draft, ...next })
  }
  async function send() {
    const sent = await command.send({
      params: { complaintId },
      body: { ...draft, ...seen.basedOn() },
    })
    seen.settle(sent)
    if (!sent.ok) return
    kept.clear()
    showToast({ text: words.sent, tone: 'done' })
    onClose()
  }
  const part = { draft, judging, change }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={reconsiders ? words.reconsider : words.judge}
      width="wide"
      keepsOpen
      actions={
        <SendButtons
          label={words.send}
          onSend={() => void send()}
          onClose={onClose}
          isBusy={command.isSending}
        />
      }
    >
      <div className="flex flex-col gap-6">
        <p className="text-sm text-sub">
          {words.lead}
          {kept.wasKept ? `　${words.kept}` : ''}
        </p>
        <Near suggestions={judging.suggestions} hints={judging.hints} />
        <QuoteFields {...part} />
        <ConsiderFields {...part} />
        <AxesFields {...part} />
        <DecideFields {...part} />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
