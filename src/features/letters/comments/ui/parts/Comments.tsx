import { MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { readViewer } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import { settleComment, type Comment } from '../../contract.ts'
import { commentsMessages } from '../../messages.ts'
import { placeOf } from '../../rules.ts'

type Place = {
  readonly complaintId: string
  readonly comments: readonly Comment[]
  /** The text as it stands on this screen. */
  readonly text: string
  /** Whoever writes the reply puts a suggestion into it; whoever only reads cannot. */
  readonly onAccept: ((comment: Comment) => void) | null
}

/** What colleagues say about the reply, the open ones first. */
export function Comments(props: Place) {
  const { words } = useMessages(commentsMessages)
  const { comments } = props
  const open = comments.filter(({ state }) => state === 'open')
  const settled = comments.filter(({ state }) => state !== 'open').toReversed()
  return (
    <Section title={words.title} icon={MessageSquareText} tone="orange" count={open.length}>
      {comments.length === 0 ? (
        <p className="text-sm text-sub">{props.onAccept ? words.none : words.noneYet}</p>
      ) : null}
      <ul className="flex flex-col gap-2">
        {[...open, ...settled].map((comment) => (
          <li key={comment.id}>
            <One {...props} comment={comment} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function One({ comment, ...place }: Place & { comment: Comment }) {
  const { words } = useMessages(commentsMessages)
  const { kind, quote, replacement, state, answer } = comment
  const isLost = state === 'open' && placeOf(place.text, comment) === null
  return (
    <article
      aria-label={`${words[kind]}：${words.by({ name: comment.madeByName })}`}
      className="card flex flex-col gap-1.5 px-3 py-2.5 text-sm"
    >
      <p className="flex flex-wrap items-center gap-2 text-xs text-sub">
        <Badge tone={state === 'open' ? 'orange' : 'gray'}>{words[kind]}</Badge>
        {words.by({ name: comment.madeByName })}
        <Moment at={comment.madeAt} />
        {state === 'open' ? null : <span className="ms-auto">{words.states[state]}</span>}
      </p>
      <blockquote className="border-s-2 border-line ps-2 text-sub wrap-anywhere whitespace-pre-wrap">
        {quote}
      </blockquote>
      {isLost ? <p className="font-semibold text-orange">{words.lost}</p> : null}
      {replacement === null ? null : (
        <p className="border-s-2 border-green ps-2 wrap-anywhere whitespace-pre-wrap">
          {replacement}
        </p>
      )}
      {comment.words === '' ? null : <p className="wrap-anywhere">{comment.words}</p>}
      {answer ? <p className="text-sub">{`${comment.settledByName}：${answer}`}</p> : null}
      {state === 'open' ? <Settling {...place} comment={comment} isLost={isLost} /> : null}
    </article>
  )
}

function Settling(props: Place & { comment: Comment; isLost: boolean }) {
  const { words } = useMessages(commentsMessages)
  const viewer = useAnswer(readViewer, {})
  const { complaintId, comment, onAccept } = props
  const command = useCommand(settleComment)
  const [why, setWhy] = useState<string | null>(null)
  const isOwn = viewer.state === 'ready' && viewer.value.memberId === comment.madeById

  async function settle(state: 'open' | 'done' | 'declined' | 'withdrawn', answer = '') {
    const params = { complaintId, commentId: comment.id }
    const answered = await command.send({ params, body: { state, answer } })
    if (!answered.ok) return showToast({ text: answered.refusal.sentence, tone: 'trouble' })
    if (state !== 'open') showToast({ text: words.settled, undo: () => void settle('open') })
  }
  if (why !== null) {
    return (
      <LineForm
        label={words.declineWhy}
        value={why}
        onChange={setWhy}
        onSave={() => void settle('declined', why)}
        saveLabel={words.decline}
        isSaving={command.isSending}
        autoFocus
      />
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      {onAccept && comment.replacement !== null && !props.isLost ? (
        <Button size="small" kind="primary" onPress={() => onAccept(comment)}>
          {words.accept}
        </Button>
      ) : null}
      {onAccept ? (
        <>
          <Button size="small" onPress={() => void settle('done')}>
            {words.done}
          </Button>
          <Button size="small" onPress={() => setWhy('')}>
            {words.decline}
          </Button>
        </>
      ) : null}
      {isOwn ? (
        <Button size="small" kind="quiet" onPress={() => void settle('withdrawn')}>
          {words.withdraw}
        </Button>
      ) : null}
    </div>
  )
}
