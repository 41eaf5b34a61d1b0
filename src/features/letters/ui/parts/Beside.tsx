import { Suspense } from 'react'
import type { Reply } from '#features/letters/contract.ts'
import { letterWords } from '#features/letters/opening/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { Tabs, type TabItem } from '#kit/Tabs.tsx'
import { writingMessages } from '../../writing/messages.ts'
import type { Shared } from '../../writing/ui/parts/useShared.ts'
import { Theirs } from './Theirs.tsx'
import type { Typed } from './useReply.ts'

const Drafts = later(() => import('../../drafting/ui/parts/Drafts.tsx'))
const Advice = later(() => import('../../writing/ui/parts/Advice.tsx'))
const PaperPane = later(() => import('../../on-paper/ui/parts/PaperPane.tsx'))

/** What a pane beside a reply knows of it, and how it may change it. */
export type BesideReply = {
  readonly complaintId: string
  readonly opening: Reply
  readonly typed: Typed
  readonly change: (changes: Partial<Typed>) => void
  readonly shared: Shared
}

/** What helps while a reply is written: first of all, what is being answered. */
export function Beside(props: BesideReply) {
  const { words } = useMessages(letterWords)
  const { pane } = useMessages(writingMessages).words
  const panes: TabItem<string>[] = [
    { id: 'theirs', name: words.theirs, content: <Theirs theirs={props.opening.theirs} /> },
    { id: 'drafts', name: words.drafts, content: <Drafts {...placeOf(props)} /> },
    { id: 'advice', name: pane, content: <Advice {...props} /> },
    { id: 'paper', name: words.onPaper, content: <PaperPane {...props} /> },
  ]
  const [only, ...others] = panes
  if (others.length === 0) return <>{only?.content}</>
  // Each waits for its own part: the tabs stay, and with them the place of the keyboard.
  const items = panes.map((each) => ({ ...each, content: <Suspense>{each.content}</Suspense> }))
  return (
    <div className="min-w-0">
      <Tabs label={words.beside} items={items} />
    </div>
  )
}

function placeOf({ complaintId, opening, typed, change }: BesideReply) {
  const onText = (text: string) => change({ text })
  return { complaintId, text: typed.text, opening: opening.opening, onText }
}
