import { CirclePause, CirclePlay, RotateCcw, Save, Trash2 } from 'lucide-react'
import { Refusal } from '#kit/Answering.tsx'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import type { DraftPart, Part } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'
import type { Writing } from './useWriting.ts'

/** What is open, who saved it last, and what may be done with it. */
export function EditorHead(props: {
  part: Part
  saved: DraftPart
  writing: Writing
  mayChange: boolean
}) {
  const { words } = useMessages(playbooksMessages)
  const { saved, writing } = props
  async function save() {
    const kept = await writing.save()
    if (kept) showToast({ text: words.saved, tone: 'done' })
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="flex min-w-40 flex-1 flex-wrap items-center gap-2 text-lg">
          {saved.name}
          {words.states[saved.state] === '' ? null : (
            <Badge tone={saved.state === 'off' ? 'gray' : 'blue'}>
              {words.states[saved.state]}
            </Badge>
          )}
          {writing.isUnsaved ? <Badge tone="orange">{words.unsaved}</Badge> : null}
          {saved.changedAt && saved.state !== 'shipped' ? (
            <span className="text-xs font-normal text-sub">
              {words.savedBy({ name: saved.changedByName })} <Moment at={saved.changedAt} />
            </span>
          ) : null}
        </h3>
        {props.mayChange ? (
          <>
            <Ways part={props.part} saved={saved} writing={writing} />
            <Button
              kind="primary"
              icon={<Save aria-hidden size={16} />}
              isDisabled={!writing.isUnsaved}
              isBusy={writing.isSaving}
              onPress={() => void save()}
            >
              {words.save}
            </Button>
          </>
        ) : null}
      </div>
      <Refusal refusal={writing.refusal} />
    </>
  )
}

/** Rest, wake, give back, take away; each can be undone. */
function Ways(props: { part: Part; saved: DraftPart; writing: Writing }) {
  const { words } = useMessages(playbooksMessages)
  const { part, saved, writing } = props
  const { name, state, text } = saved
  async function become(next: 'text' | 'off' | 'gone', told: string) {
    const kept = await writing.save({ state: next, text: next === 'text' ? text : '' })
    if (!kept) return
    const undo = () => {
      const back = state === 'shipped' ? 'gone' : state === 'off' ? 'off' : 'text'
      void writing.save({ state: back, text, over: kept.revision })
    }
    showToast({ text: told, tone: 'done', undo })
  }
  const isPlay = part === 'play'
  const Back = saved.shipped === null ? Trash2 : RotateCcw
  const [back, gone] =
    saved.shipped === null
      ? [words.remove, words.takenAway({ name })]
      : [words.toShipped, words.givenBack({ name })]
  return (
    <>
      {state === 'changed' || state === 'added' || !isPlay ? (
        <Button
          kind="quiet"
          size="small"
          icon={<Back aria-hidden size={15} />}
          onPress={() => void become('gone', gone)}
        >
          {back}
        </Button>
      ) : null}
      {isPlay && state === 'off' ? (
        <Button
          kind="quiet"
          size="small"
          icon={<CirclePlay aria-hidden size={15} />}
          onPress={() => void become('gone', words.awake({ name }))}
        >
          {words.wake}
        </Button>
      ) : null}
      {isPlay && state !== 'off' && saved.shipped !== null ? (
        <Button
          kind="quiet"
          size="small"
          icon={<CirclePause aria-hidden size={15} />}
          onPress={() => void become('off', words.resting({ name }))}
        >
          {words.rest}
        </Button>
      ) : null}
    </>
  )
}
