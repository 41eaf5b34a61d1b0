import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { acceptSuggestion, listComments, type Comment } from '../../../comments/contract.ts'
import { commentsMessages } from '../../../comments/messages.ts'
import { replaced } from '../../../comments/rules.ts'
import { AskLook } from '../../../comments/ui/parts/AskLook.tsx'
import { Comments } from '../../../comments/ui/parts/Comments.tsx'
import { History } from './History.tsx'
import { contentOf } from './keeper.ts'
import type { Shared } from './useShared.ts'

type Place = { readonly complaintId: string; readonly shared: Shared }

/** Beside a reply: what others say about it, and how it was before. */
export default function Advice({ complaintId, shared }: Place) {
  const advice = useAnswer(listComments, { params: { complaintId } })
  const accept = useAccepting(complaintId, shared)
  const { comments, looks } = advice.state === 'ready' ? advice.value : { comments: [], looks: [] }
  return (
    <div className="flex flex-col gap-6">
      <Comments
        complaintId={complaintId}
        comments={comments}
        text={shared.keeper.local.text}
        onAccept={(comment) => void accept(comment)}
      />
      <AskLook
        complaintId={complaintId}
        draftId={shared.writing?.draft?.id ?? null}
        looks={looks}
      />
      <History complaintId={complaintId} shared={shared} />
    </div>
  )
}

/** The server puts the words in; what was typed here meanwhile stays around them. */
function useAccepting(complaintId: string, { keeper, change }: Shared) {
  const { words } = useMessages(commentsMessages)
  const command = useCommand(acceptSuggestion)
  return async (comment: Comment) => {
    await keeper.still()
    const { base } = keeper.local
    const before = contentOf(keeper.local)
    const params = { complaintId, commentId: comment.id }
    const answered = base && (await command.send({ params, body: { ...base, hand: keeper.hand } }))
    if (answered?.ok) {
      const text = replaced(keeper.local.text, comment, comment.replacement ?? '')
      if (text !== null) change({ text })
      showToast({ text: words.accepted, undo: () => change(before) })
    } else if (answered) showToast({ text: answered.refusal.sentence, tone: 'trouble' })
    keeper.wake()
  }
}
