import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { removalOutcome } from '../../contract.ts'
import { protectionMessages } from '../../messages.ts'
import { readingMessages } from '../../reading/messages.ts'
import { DeedDialog } from './DeedDialog.tsx'
import { tokyoNow, type FieldSpec } from './fields.ts'

/** That the removal of a post was asked, or what they answered. */
export function RemovalDialog(props: {
  complaintId: string
  postId: string
  isWaiting: boolean
  onClose: () => void
}) {
  const { words } = useMessages(readingMessages)
  const { outcomes } = useMessages(protectionMessages)
  const { complaintId, postId, isWaiting, onClose } = props
  const choices = removalOutcome.options.map((id) => ({ id, name: outcomes[id] }))
  const asking: readonly FieldSpec[] = [
    { key: 'day', label: words.askedOn, form: 'day' },
    { key: 'how', label: words.how, form: 'line' },
  ]
  const answering: readonly FieldSpec[] = [
    { key: 'outcome', label: words.outcome, form: 'choice', choices },
    { key: 'day', label: words.answeredOn, form: 'day' },
    { key: 'note', label: words.note, form: 'line', isOptional: true },
  ]
  return (
    <DeedDialog
      complaintId={complaintId}
      title={isWaiting ? words.answerRemoval : words.askRemoval}
      fields={isWaiting ? answering : asking}
      start={{ day: tokyoNow(useNow()).day, outcome: 'removed' }}
      toDeed={({ day = '', how = '', outcome, note = '' }) =>
        isWaiting
          ? {
              kind: 'answer-removal',
              postId,
              on: day,
              outcome: removalOutcome.catch('no-answer').parse(outcome),
              words: note,
            }
          : { kind: 'ask-removal', postId, askedOn: day, how }
      }
      onClose={onClose}
    />
  )
}
