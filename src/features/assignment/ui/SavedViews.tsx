import { BookmarkPlus, Timer, X } from 'lucide-react'
import { useState } from 'react'
import { listMembers } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { browserIds } from '#kit/ids.ts'
import { intoSight } from '#kit/into-sight.ts'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import {
  listDesks,
  listViews,
  removeView,
  saveView,
  type Narrow,
  type SavedView,
} from '../contract.ts'
import { desksMessages } from '../desks/messages.ts'

type Props = { narrow: Narrow; onNarrow: (narrow: Narrow) => void }

/** One's own views with live counts, and what the inbox is narrowed to. */
export default function SavedViews(props: Props) {
  const { views: words } = useMessages(desksMessages).words
  const views = useAnswer(listViews, {}, { live: true })
  const { narrow, onNarrow } = props
  const over = views.state === 'ready' ? views.value.over : undefined
  return (
    <section
      aria-label={words.title}
      className="flex shrink-0 gap-0.5 max-xl:items-center xl:mt-3 xl:flex-col xl:border-t xl:border-line-soft xl:pt-3"
    >
      <Line
        name={words.over}
        count={over}
        isAlarming={over !== undefined && over > 0}
        isChosen={narrow.isOver === true}
        onChoose={() =>
          onNarrow(narrow.isOver ? { view: narrow.view } : { view: 'open', isOver: true })
        }
      />
      {views.state === 'ready'
        ? views.value.views.map((each) => (
            <Own key={each.id} {...each} narrow={narrow} onNarrow={onNarrow} />
          ))
        : null}
      <Filters {...props} />
    </section>
  )
}

function Own(props: SavedView & Props) {
  const { views: words } = useMessages(desksMessages).words
  const forget = useCommand(removeView)
  const { id, name, filter, narrow } = props
  return (
    <span className="flex items-center">
      <Line
        name={name}
        count={props.count}
        isAtLeast={props.isAtLeast}
        isChosen={isSame(filter, narrow)}
        onChoose={() => props.onNarrow(filter)}
      />
      <Button
        kind="quiet"
        size="small"
        className="px-1.5!"
        label={words.remove({ name })}
        icon={<X aria-hidden size={14} />}
        onPress={() => void forget.send({ params: { viewId: id } })}
      />
    </span>
  )
}

function Line(props: {
  name: string
  count: number | undefined
  isAtLeast?: boolean
  isAlarming?: boolean
  isChosen: boolean
  onChoose: () => void
}) {
  return (
    <button
      type="button"
      ref={props.isChosen ? intoSight : null}
      onClick={props.onChoose}
      aria-current={props.isChosen}
      className="tap flex min-h-9 min-w-0 flex-1 shrink-0 cursor-pointer items-center gap-2.5 rounded-lg px-3 text-sm text-sub -outline-offset-2 hover:bg-gray-bg hover:text-ink aria-[current=true]:bg-accent-bg aria-[current=true]:font-semibold aria-[current=true]:text-accent xl:w-full"
    >
      <Timer aria-hidden size={17} strokeWidth={1.75} className="shrink-0" />
      <span className="clamp-1 text-start">{props.name}</span>
      <span
        data-figures
        className={`text-xs whitespace-nowrap xl:ms-auto ${props.isAlarming ? 'font-semibold text-red' : ''}`}
      >
        {props.count?.toLocaleString('ja')}
        {props.isAtLeast ? '+' : ''}
      </span>
    </button>
  )
}

const everybody = 'all'

function given(narrow: Narrow): Narrow {
  const said = Object.entries(narrow).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(said), view: narrow.view }
}

function isSame(one: Narrow, other: Narrow): boolean {
  const written = (narrow: Narrow) => JSON.stringify(Object.entries(given(narrow)).toSorted())
  return written(one) === written(other)
}

/** A strip is one line high: what a field is called stands before it. */
const inTheStrip =
  'max-xl:items-center max-xl:[&_div]:flex-row max-xl:[&_div]:items-center max-xl:[&_label]:whitespace-nowrap'

function Filters({ narrow, onNarrow }: Props) {
  const { views: words } = useMessages(desksMessages).words
  const desks = useAnswer(listDesks, {})
  const members = useAnswer(listMembers, {})
  const all = { id: everybody, name: words.everybody }
  const isNarrow = Object.keys(given(narrow)).length > 1
  return (
    <div className={`flex gap-3 px-1 xl:mt-2 xl:flex-col xl:gap-2 ${inTheStrip}`}>
      {desks.state === 'ready' && desks.value.desks.length > 0 ? (
        <Select
          label={words.desk}
          choices={[all, ...desks.value.desks.map(({ id, name }) => ({ id, name }))]}
          value={narrow.deskId ?? everybody}
          onChange={(id) =>
            onNarrow(given({ ...narrow, deskId: id === everybody ? undefined : id }))
          }
        />
      ) : null}
      {members.state === 'ready' ? (
        <Select
          label={words.owner}
          choices={[all, ...members.value.members.map(({ id, name }) => ({ id, name }))]}
          value={narrow.ownerId ?? everybody}
          onChange={(id) =>
            onNarrow(given({ ...narrow, ownerId: id === everybody ? undefined : id }))
          }
        />
      ) : null}
      {isNarrow ? <Keep narrow={narrow} onNarrow={onNarrow} /> : null}
    </div>
  )
}

function Keep({ narrow, onNarrow }: Props) {
  const { views: words } = useMessages(desksMessages).words
  const [name, setName] = useState('')
  const save = useCommand(saveView)
  async function keep() {
    if (name.trim() === '') return
    const params = { viewId: browserIds.next() }
    const answered = await save.send({ params, body: { name: name.trim(), filter: narrow } })
    if (!answered.ok) return
    showToast({ text: words.saved({ name: name.trim() }), tone: 'done' })
    setName('')
  }
  return (
    <div className="flex gap-1.5 xl:flex-col">
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        maxLength={40}
        onEnter={() => void keep()}
      />
      <Button
        size="small"
        icon={<BookmarkPlus aria-hidden size={15} />}
        isDisabled={name.trim() === ''}
        isBusy={save.isSending}
        onPress={() => void keep()}
      >
        {words.save}
      </Button>
      <Button kind="quiet" size="small" onPress={() => onNarrow({ view: narrow.view })}>
        {words.clear}
      </Button>
    </div>
  )
}
