import { useNavigate } from '@tanstack/react-router'
import { Inbox, SearchX } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { listComplaints, type ComplaintLine, type View } from '#features/complaints/contract.ts'
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

export type InboxPlace = { readonly view: View; readonly words: string }

/** Views, the list and a look at the one that is active. The place lives in the address. */
export function InboxDesk(props: { place: InboxPlace; onMove: (place: InboxPlace) => void }) {
  const { place, onMove } = props
  const pages = usePages(['inbox', place.view, place.words], async (cursor, signal) => {
    const { view, words } = place
    const query = { view, words: words || undefined, cursor, limit: 200 }
    const answered = await call(listComplaints, { query }, signal)
    if (!answered.ok) return answered
    const { complaints, total, next } = answered.value
    return { ok: true, value: { items: complaints, total, next } }
  })
  const [activeId, setActive] = useState<string | null>(null)
  const active = pages.items.findIndex(({ id }) => id === activeId)
  const shown = useSettled(active === -1 ? null : activeId, 350)
  return (
    <div className="grid h-full grid-rows-[auto_minmax(0,1fr)] xl:grid-cols-[13.5rem_minmax(0,1fr)] xl:grid-rows-1">
      <ViewList chosen={place.view} onChoose={(view) => onMove({ ...place, view })} />
      <div className="grid min-h-0 lg:grid-cols-[26rem_minmax(0,1fr)]">
        <div className="flex min-h-0 flex-col border-e border-line bg-surface">
          <InboxSearch
            key={place.view}
            words={place.words}
            total={pages.state === 'ready' ? pages.total : null}
            onSearch={(words) => onMove({ ...place, words })}
          />
          <List place={place} pages={pages} active={active} setActive={setActive} />
        </div>
        <div className="min-h-0 overflow-auto max-lg:hidden">
          {shown ? <Preview key={shown} complaintId={shown} /> : <Hint />}
        </div>
      </div>
    </div>
  )
}

const rowHeights = { comfortable: 84, compact: 56 } as const

function List(props: {
  place: InboxPlace
  pages: Pages<ComplaintLine>
  active: number
  setActive: (id: string) => void
}) {
  const { words } = useMessages(inboxMessages)
  const { density } = usePreferences()
  const { pages, active, setActive, place } = props
  const list = useRef<HTMLDivElement>(null)
  useWalk(pages.items, active, setActive, list)
  if (pages.state === 'loading') return <Skeleton lines={8} />
  if (pages.state === 'refused') return <Refusal refusal={pages.refusal} again={pages.again} />
  if (pages.items.length === 0) return <Nothing place={place} />
  return (
    <div ref={list} className="min-h-0 flex-1">
      <VirtualList
        key={`${place.view} ${place.words}`}
        memory={`inbox ${place.view} ${place.words}`}
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
          />
        )}
      />
    </div>
  )
}

/** j and k move the focus from line to line; Enter is the line's own, o works from anywhere. */
function useWalk(
  items: readonly ComplaintLine[],
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

function Nothing({ place }: { place: InboxPlace }) {
  const { words } = useMessages(inboxMessages)
  const said = place.words === '' ? words.empty[place.view] : words.nothingFound
  return (
    <EmptyState icon={place.words === '' ? Inbox : SearchX} title={said.title}>
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
