import { Search, X } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { inboxMessages } from '#features/complaints/inbox/messages.ts'
import { isComposing } from '#kit/keys.ts'
import { useMessages } from '#kit/language.tsx'
import { useShortcut } from '#kit/shortcuts.ts'

/** Answers while one types, but not with half a kanji. */
export function InboxSearch(props: {
  words: string
  counted: { readonly total: number; readonly isAtLeast: boolean } | null
  onSearch: (words: string) => void
}) {
  const { words: say } = useMessages(inboxMessages)
  const { counted } = props
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(props.words)
  const [composes, setComposes] = useState(false)
  const search = useEffectEvent((words: string) => {
    if (words !== props.words) props.onSearch(words)
  })
  useEffect(() => {
    if (composes) return
    const timer = setTimeout(() => search(typed.trim()), 200)
    return () => clearTimeout(timer)
  }, [typed, composes])
  useShortcut({
    keys: '/',
    label: say.focusSearch,
    group: say.keys,
    run: () => field.current?.select(),
  })
  return (
    <search className="flex items-center gap-1 border-b border-line ps-4 pe-3 py-2">
      <Search aria-hidden size={16} className="shrink-0 text-sub" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        autoComplete="off"
        aria-label={say.searchLabel}
        placeholder={say.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposes(true)}
        onCompositionEnd={() => setComposes(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
          if (typed === '') event.currentTarget.blur()
          setTyped('')
        }}
        className="tap h-9 min-w-0 flex-1 rounded-lg bg-transparent px-2 text-sm -outline-offset-1"
      />
      {typed ? (
        <button
          type="button"
          aria-label={say.clear}
          onClick={() => setTyped('')}
          className="tap inline-flex size-8 cursor-pointer items-center justify-center rounded-lg text-sub hover:bg-gray-bg"
        >
          <X aria-hidden size={16} />
        </button>
      ) : null}
      <span role="status" data-figures className="text-xs whitespace-nowrap text-sub">
        {counted ? say.count({ count: counted.total, isAtLeast: counted.isAtLeast }) : ''}
      </span>
    </search>
  )
}
