import { History as HistoryIcon, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import { listPoints, readPoint, type ReplyContent, type RestorePoint } from '../../contract.ts'
import { writingMessages } from '../../messages.ts'
import { contentOf } from './keeper.ts'
import { Pieces } from './Pieces.tsx'
import type { Shared } from './useShared.ts'

type Place = { readonly complaintId: string; readonly shared: Shared }

/** Earlier texts of this reply: look at one beside the text now, and have it back. */
export function History(props: Place) {
  const { history: words } = useMessages(writingMessages).words
  const [lookedAt, lookAt] = useState<RestorePoint | null>(null)
  const points = useAnswer(listPoints, { params: { complaintId: props.complaintId } })
  return (
    <Section title={words.title} icon={HistoryIcon}>
      {lookedAt ? (
        <Earlier {...props} point={lookedAt} onBack={() => lookAt(null)} />
      ) : (
        <Answering answer={points}>
          {(value) =>
            value.points.length === 0 ? (
              <p className="text-sm text-sub">{words.none}</p>
            ) : (
              <ul className="flex max-h-72 flex-col overflow-y-auto">
                {value.points.map((point) => (
                  <Line key={point.id} point={point} onLook={() => lookAt(point)} />
                ))}
              </ul>
            )
          }
        </Answering>
      )}
    </Section>
  )
}

function Line({ point, onLook }: { point: RestorePoint; onLook: () => void }) {
  const { words } = useMessages(writingMessages)
  const { savedAt, savedByName: name, isAside, isOfDiscarded } = point
  const { look, size, aside, discarded } = words.history
  return (
    <li>
      <button
        type="button"
        onClick={onLook}
        className="tap flex w-full cursor-pointer flex-wrap items-center gap-x-3 gap-y-0.5 rounded-md px-2 py-1.5 text-start text-sm -outline-offset-2 hover:bg-gray-bg"
      >
        <Moment at={savedAt} className="text-sub" />
        <span>{words.san({ name })}</span>
        <span data-figures className="text-xs text-sub">
          {size(point)}
        </span>
        <span className="sr-only">{look}</span>
        {isAside ? <Badge tone="orange">{aside}</Badge> : null}
        {isOfDiscarded ? <Badge tone="gray">{discarded}</Badge> : null}
      </button>
    </li>
  )
}

function Earlier(props: Place & { point: RestorePoint; onBack: () => void }) {
  const { history: words } = useMessages(writingMessages).words
  const { complaintId, shared, point, onBack } = props
  const params = { complaintId, pointId: point.id }
  const answer = useAnswer(readPoint, { params })
  const before = contentOf(shared.keeper.local)
  function restore(content: ReplyContent) {
    shared.change(content)
    showToast({ text: words.restored, undo: () => shared.change(before) })
    onBack()
  }
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <Moment at={point.savedAt} always="both" />
        <span className="text-sub">{point.savedByName}</span>
      </p>
      <Answering answer={answer}>
        {({ content }) => (
          <>
            <Pieces label={words.differences} before={before.text} after={content.text} />
            <div className="flex flex-wrap gap-2">
              <Button size="small" onPress={onBack}>
                {words.back}
              </Button>
              <Button
                size="small"
                kind="primary"
                autoFocus
                icon={<RotateCcw aria-hidden size={15} />}
                onPress={() => restore(content)}
              >
                {words.restore}
              </Button>
            </div>
          </>
        )}
      </Answering>
    </div>
  )
}
