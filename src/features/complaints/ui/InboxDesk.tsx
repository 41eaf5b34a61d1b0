import { useNavigate } from '@tanstack/react-router'
import { Inbox, SearchX } from 'lucide-react'
import {
  useCallback,
  type Dispatch,
  type SetStateAction,
  useEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import { listAssigned, type AssignedLine, type Narrow } from '#features/assignment/contract.ts'
import { inboxMessages } from '#features/complaints/inbox/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { call } from '#kit/call.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { usePages, type Pages } from '#kit/pages.ts'
import { usePreferences } from '#kit/preferences.ts'
import { useShortcut } from '#kit/shortcuts.ts'
import { Skeleton } from '#kit/Skeleton.tsx'
import { VirtualList } from '#kit/VirtualList.tsx'
import { InboxRow } from './parts/InboxRow.tsx'
import { InboxSearch } from './parts/InboxSearch.tsx'
import { Preview } from './parts/Preview.tsx'
import { ViewList } from './parts/ViewList.tsx'

/** Where one looks: a view, the words one searches for, and what else the list is narrowed to. */
export type InboxPlace = { readonly narrow: Narrow; readonly words: string }

/** What the rooms beside this one add to the inbox. */
export type InboxSlots = {
  readonly views: ReactNode
  readonly mark: (line: AssignedLine, at: string) => ReactNode
  readonly bulk: (complaintIds: readonly string[], clear: () => void) => ReactNode
  readonly assigning: (complaintId: string, close: () => void) => ReactNode
}

/** Views, the list and a look at the one that is active. The place lives in the address. */
export function InboxDesk(
  props: InboxSlots & { place: InboxPlace; onMove: (place: InboxPlace) => void },
) {
  const { place, onMove } = props
  const { view } = place.narrow
  const pages = useInbox(place)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [assigned, setAssigned] = useState<string | null>(null)
  const [activeId, setActive] = useState<string | null>(null)
  const active = pages.items.findIndex(({ id }) => id === activeId)
  const shown = useSettled(active === -1 ? null : activeId, 350)
  return (
    <div className="grid h-full grid-rows-[auto_minmax(0,1fr)] xl:grid-cols-[13.5rem_minmax(0,1fr)] xl:grid-rows-1">
      <ViewList
        chosen={Object.keys(place.narrow).length === 1 ? view : null}
        onChoose={(next) => onMove({ ...place, narrow: { view: next } })}
      >
        {props.views}
      </ViewList>
      <div className="grid min-h-0 lg:grid-cols-[26rem_minmax(0,1fr)]">
        <div className="flex min-h-0 flex-col border-e border-line bg-surface">
          <InboxSearch
            key={view}
            words={place.words}
            total={pages.state === 'ready' ? pages.total : null}
            onSearch={(words) => onMove({ ...place, words })}
          />
          {chosen.length > 0 ? props.bulk(chosen, () => setChosen([])) : null}
          <List
            {...{ place, pages, active, setActive, chosen, setChosen, onAssign: setAssigned }}
            mark={props.mark}
          />
        </div>
        {assigned ? props.assigning(assigned, () => setAssigned(null)) : null}
        <div className="min-h-0 overflow-auto max-lg:hidden">
          {shown ? <Preview key={shown} complaintId={shown} /> : <Hint />}
        </div>
      </div>
    </div>
  )
}

/** With each line the time at which its target was counted. */
type Line = AssignedLine & { readonly at: string }

function useInbox({ narrow, words }: InboxPlace): Pages<Line> {
  return usePages(['inbox', narrow, words], async (cursor, signal) => {
    const query = { ...narrow, words: words || undefined, cursor, limit: 200 }
    const answered = await call(listAssigned, { query }, signal)
    if (!answered.ok) return answered
    const { complaints, at, total, next } = answered.value
    return { ok: true, value: { items: complaints.map((line) => ({ ...line, at })), total, next } }
  })
}

const rowHeights = { comfortable: 84, compact: 56 } as const

function List(props: {
  place: InboxPlace
  pages: Pages<Line>
  active: number
  setActive: (id: string) => void
  chosen: readonly string[]
  setChosen: Dispatch<SetStateAction<readonly string[]>>
  onAssign: (id: string) => void
  mark: InboxSlots['mark']
}) {
  const { words } = useMessages(inboxMessages)
  const { density } = usePreferences()
  const { pages, active, setActive, place, chosen, setChosen } = props
  const { narrow } = place
  const list = useRef<HTMLDivElement>(null)
  useWalk(pages.items, active, setActive, list)
  const current = pages.items[active]
  const choose = useCallback(
    (id: string) =>
      setChosen((was) => (was.includes(id) ? was.filter((each) => each !== id) : [...was, id])),
    [setChosen],
  )
  useDeeds(current, choose, props.onAssign)
  if (pages.state === 'loading') return <Skeleton lines={8} />
  if (pages.state === 'refused') return <Refusal refusal={pages.refusal} again={pages.again} />
  if (pages.items.length === 0) return <Nothing place={place} />
  return (
    <div ref={list} className="min-h-0 flex-1">
      <VirtualList
        key={`${JSON.stringify(narrow)} ${place.words}`}
        memory={`inbox ${JSON.stringify(narrow)} ${place.words}`}
        label={words.list}
        className="h-full"
        items={pages.items}
        total={pages.total}
        rowHeight={rowHeights[density]}
        active={active}
        onNearEnd={pages.more}
        onSight={pages.see}
        render={(line, index) => (
          <InboxRow
            line={line}
            isActive={index === active}
            showsExcerpt={place.words !== ''}
            onFocus={setActive}
            isChosen={chosen.includes(line.id)}
            onChoose={choose}
            mark={props.mark}
          />
        )}
      />
    </div>
  )
}

/** j and k move the focus from line to line; Enter is the line's own, o works from anywhere. */
function useWalk(
  items: readonly Line[],
  active: number,
  setActive: (id: string) => void,
  list: RefObject<HTMLElement | null>,
) {
  const { words } = useMessages(inboxMessages)
  const navigate = useNavigate()
  const group = words.keys
  function walk(step: number) {
    const next = items[Math.max(0, Math.min(items.length - 1, active + step))]
    if (!next) return
    setActive(next.id)
    // Drawn by then: the list draws the active row even when it is out of sight.
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(`[data-line="${next.id}"]`)
        ?.focus({ preventScroll: true }),
    )
  }
  const current = items[active]
  useShortcut({ keys: ['j', 'arrowdown'], label: words.next, group, run: () => walk(1) })
  useShortcut({ keys: ['k', 'arrowup'], label: words.previous, group, run: () => walk(-1) })
  useShortcut({
    keys: 'o',
    label: words.open,
    group,
    isOff: !current,
    run: () => {
      if (!current) return
      void navigate({ to: '/complaints/$complaintId', params: { complaintId: current.id } })
    },
  })
}

/** One key for what is done most: choose a line, decide who carries it. */
function useDeeds(
  current: Line | undefined,
  choose: (id: string) => void,
  assign: (id: string) => void,
) {
  const { words } = useMessages(inboxMessages)
  const group = words.keys
  const isOff = !current
  const run = (deed: (id: string) => void) => () => current && deed(current.id)
  useShortcut({ keys: 's', label: words.choose, group, isOff, run: run(choose) })
  useShortcut({ keys: 'a', label: words.assign, group, isOff, run: run(assign) })
}

function Nothing({ place }: { place: InboxPlace }) {
  const { words } = useMessages(inboxMessages)
  const isWhole = place.words === '' && Object.keys(place.narrow).length === 1
  const said = isWhole ? words.empty[place.narrow.view] : words.nothingFound
  return (
    <EmptyState icon={isWhole ? Inbox : SearchX} title={said.title}>
      {said.detail}
    </EmptyState>
  )
}

function Hint() {
  const { words } = useMessages(inboxMessages)
  return (
    <EmptyState icon={Inbox} title={words.hint}>
      {words.hintDetail}
    </EmptyState>
  )
}

/** The value once it has stood still: walking fast through the list reads nothing on the way. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
