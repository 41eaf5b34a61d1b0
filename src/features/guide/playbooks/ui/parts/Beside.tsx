import { Lightbulb } from 'lucide-react'
import { useState } from 'react'
import { guideMessages } from '#features/guide/messages.ts'
import { Ask, Avoid } from '#features/guide/ui/parts/Advice.tsx'
import type { Move } from '#features/guide/contract.ts'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { Tabs } from '#kit/Tabs.tsx'
import type { DraftPart } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'
import { Diff } from './Diff.tsx'

/** Beside what is being written: how it will look, and what it changes. */
export function Beside(props: { part: DraftPart; text: string; moves: readonly Move[] }) {
  const { words } = useMessages(playbooksMessages)
  return (
    <div className="min-w-0">
      <Tabs
        label={words.preview}
        items={[
          { id: 'preview', name: words.preview, content: <Preview moves={props.moves} /> },
          {
            id: 'diff',
            name: words.diff,
            content: <Differences part={props.part} text={props.text} />,
          },
        ]}
      />
    </div>
  )
}

function Preview({ moves }: { moves: readonly Move[] }) {
  const { words } = useMessages(playbooksMessages)
  const [id, setId] = useState('')
  const move = moves.find((each) => each.id === id) ?? moves[0]
  if (!move) return <p className="text-sm text-sub">{words.previewNone}</p>
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={words.previewMove}
        choices={moves.map((each) => ({ id: each.id, name: each.id }))}
        value={move.id}
        onChange={setId}
      />
      <Previewed move={move} />
    </div>
  )
}

/** As in a call, without keys: nothing here is said to anybody. */
function Previewed({ move }: { move: Move }) {
  const { words } = useMessages(guideMessages)
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line bg-bg p-3">
      <p className="flex items-start gap-2 text-sm text-sub">
        <Lightbulb aria-hidden size={15} className="mt-1 shrink-0 text-accent" />
        {move.because}
      </p>
      <p className="text-xl font-semibold">{move.goal}</p>
      {move.say.length === 0 ? null : (
        <ol aria-label={words.panel.say} className="flex flex-col gap-2">
          {move.say.map(({ index, text }) => (
            <li
              key={index}
              className="rounded-xl border border-line bg-surface px-3 py-2 leading-relaxed text-pretty"
            >
              {text}
            </li>
          ))}
        </ol>
      )}
      <Ask move={move} />
      <Avoid move={move} />
    </div>
  )
}

function Differences({ part, text }: { part: DraftPart; text: string }) {
  const { words } = useMessages(playbooksMessages)
  const [against, setAgainst] = useState<'published' | 'shipped'>('published')
  return (
    <div className="flex flex-col gap-3">
      {part.shipped === null ? null : (
        <Choices
          label={words.diffWith}
          size="small"
          choices={[
            { id: 'published', name: words.diffPublished },
            { id: 'shipped', name: words.diffShipped },
          ]}
          value={against}
          onChange={setAgainst}
        />
      )}
      <Diff before={part[against] ?? ''} after={text} />
    </div>
  )
}
