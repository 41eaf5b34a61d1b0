import { useNavigate } from '@tanstack/react-router'
import { Inbox, SearchX } from 'lucide-react'
import {
  useCallback,
  type Dispatch,
  type SetStateAction,
  useEffect,
  useEffectEvent,
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
import { useLongList, type LongList, type LongLists } from '#kit/long-list.ts'
import { usePreferences } from '#kit/preferences.ts'
import { useShortcut } from '#kit/shortcuts.ts'
import { RowsToCome, VirtualList } from '#kit/VirtualList.tsx'
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
  const name = JSON.stringify([place.narrow, place.words])
  const lines = useInbox(name, place)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [assigned, setAssigned] = useState<string | null>(null)
  const [active, setActive] = useActive(name, lines)
  const shown = useSettled(active?.line.id ?? null, 350)
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
            counted={lines.state === 'ready' && !lines.isCounting ? lines.stretch : null}
            onSearch={(words) => onMove({ ...place, words })}
          />
          {chosen.length > 0 ? props.bulk(chosen, () => setChosen([])) : null}
          <List
            key={name}
            {...{ name, place, lines, active, setActive, chosen, setChosen }}
            onAssign={setAssigned}
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
const lists: LongLists<Line> = new Map()

function useInbox(name: string, { narrow, words }: InboxPlace): LongList<Line> {
  return useLongList(lists, name, {
    async read(place, signal) {
      const query = { ...narrow, words: words || undefined, ...place }
      const answered = await call(listAssigned, { query }, signal)
      if (!answered.ok) return answered
      const { complaints, at, total, isAtLeast } = answered.value
      const items = complaints.map((line) => ({ ...line, at }))
      return { ok: true, value: { items, total, isAtLeast } }
    },
    async count(signal) {
      const query = { ...narrow, words: words || undefined, limit: 1, counted: true }
      return call(listAssigned, { query }, signal)
    },
    cursorOf: ({ receivedAt, id }) => `${receivedAt}/${id}`,
  })
}

/** The line somebody is at, and where it stood; it stays, also when its part of the list is let go. */
type Active = { readonly line: Line; readonly index: number }
const lastActive = new Map<string, Active>()

/** Who comes back to a list goes on at the line they left it from. */
function useActive(name: string, lines: LongList<Line>) {
  const [set, setSet] = useState({ name, active: lastActive.get(name) ?? null })
  const was = set.name === name ? set.active : (lastActive.get(name) ?? null)
  const setActive = useCallback(
    (line: Line, index: number) => {
      const active = { line, index }
      lastActive.set(name, active)
      // The focus that follows a key says it once more.
      setSet((was) => (isSame(was.active, active) && was.name === name ? was : { name, active }))
    },
    [name],
  )
  if (!was || lines.state !== 'ready') return [null, setActive] as const
  const index = lines.placeOf(was.line.id, was.index)
  if (index === -1) return [null, setActive] as const
  const now = index === undefined ? was : { line: lines.itemAt(index) ?? was.line, index }
  return [now, setActive] as const
}

function isSame(one: Active | null, other: Active): boolean {
  return one?.line === other.line && one.index === other.index
}

const rowHeights = { comfortable: 84, compact: 56 } as const

function List(props: {
  name: string
  place: InboxPlace
  lines: LongList<Line>
  active: Active | null
  setActive: (line: Line, index: number) => void
  chosen: readonly string[]
  setChosen: Dispatch<SetStateAction<readonly string[]>>
  onAssign: (id: string) => void
  mark: InboxSlots['mark']
}) {
  const { words } = useMessages(inboxMessages)
  const { density } = usePreferences()
  const { lines, active, setActive, place, chosen, setChosen } = props
  const list = useRef<HTMLDivElement>(null)
  const wanted = useWalk(lines, active, setActive, list, rowHeights[density])
  const choose = useCallback(
    (id: string) =>
      setChosen((was) => (was.includes(id) ? was.filter((each) => each !== id) : [...was, id])),
    [setChosen],
  )
  useDeeds(active?.line, choose, props.onAssign)
  if (lines.state === 'loading') return <RowsToCome count={12} rowHeight={rowHeights[density]} />
  if (lines.state === 'refused') return <Refusal refusal={lines.refusal} again={lines.again} />
  if (lines.count === 0) return <Nothing place={place} />
  return (
    <div ref={list} className="min-h-0 flex-1">
      <VirtualList
        memory={`inbox ${props.name}`}
        label={words.list}
        className="h-full"
        count={lines.count}
        isAtLeast={lines.stretch.isAtLeast}
        itemAt={(index) =>
          lines.itemAt(index) ?? (index === active?.index ? active.line : undefined)
        }
        pushed={lines.pushed}
        rowHeight={rowHeights[density]}
        active={wanted ?? active?.index ?? -1}
        onSight={lines.see}
        render={(line, index) => (
          <InboxRow
            line={line}
            index={index}
            isActive={line.id === active?.line.id}
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

/**
 * j and k move the focus from line to line, Page Down and Page Up by a screenful, Home and End to the first and the last;
 * Enter is the line's own, o works from anywhere. Answers with a line that is gone to but has not been read yet.
 */
function useWalk(
  lines: LongList<Line>,
  active: Active | null,
  setActive: (line: Line, index: number) => void,
  list: RefObject<HTMLElement | null>,
  rowHeight: number,
): number | null {
  const { words } = useMessages(inboxMessages)
  const navigate = useNavigate()
  const [wanted, setWanted] = useState<number | null>(null)
  const group = words.keys
  const isOff = lines.count === 0
  function goTo(index: number) {
    const target = Math.max(0, Math.min(lines.count - 1, index))
    const line = lines.itemAt(target)
    setWanted(line ? null : target)
    if (!line) return
    setActive(line, target)
    // Drawn by then: the list draws the active row even when it is out of sight.
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(`[data-line="${line.id}"]`)
        ?.focus({ preventScroll: true }),
    )
  }
  const arrive = useEffectEvent(() => {
    if (wanted !== null && (lines.itemAt(wanted) || wanted >= lines.count)) goTo(wanted)
  })
  useEffect(() => arrive(), [wanted, lines.stretch])
  // Whoever is at no line begins with the first in sight.
  const walk = (step: number) =>
    goTo(active ? (wanted ?? active.index) + step : lines.sight().first)
  const leap = (direction: 1 | -1) => {
    // The last of a screenful is the first of the next.
    const whole = Math.floor((list.current?.clientHeight ?? 0) / rowHeight)
    const from = active ? (wanted ?? active.index) : lines.sight().first
    goTo(from + direction * Math.max(1, whole - 1))
  }
  useShortcut({ keys: ['j', 'arrowdown'], label: words.next, group, isOff, run: () => walk(1) })
  useShortcut({ keys: ['k', 'arrowup'], label: words.previous, group, isOff, run: () => walk(-1) })
  useShortcut({ keys: 'pagedown', label: words.nextPage, group, isOff, run: () => leap(1) })
  useShortcut({ keys: 'pageup', label: words.previousPage, group, isOff, run: () => leap(-1) })
  useShortcut({ keys: 'home', label: words.first, group, isOff, run: () => goTo(0) })
  useShortcut({ keys: 'end', label: words.last, group, isOff, run: () => goTo(lines.count - 1) })
  const current = active?.line
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
  return wanted
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
