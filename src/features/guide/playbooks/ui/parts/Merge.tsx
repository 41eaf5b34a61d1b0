import { GitMerge } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { playbooksMessages } from '../../messages.ts'
import { merged, type Choices as Chosen, type Piece } from '../../rules.ts'

/** The shipped text is newer: what merges by itself, and what somebody has to choose between. */
export function Merge(props: {
  /** What the company wrote, also what is not saved yet. */
  text: string
  basedOn: string
  shipped: string
  take: (text: string) => void
}) {
  const { words } = useMessages(playbooksMessages)
  const [chosen, setChosen] = useState<Chosen>({})
  const merge = merged(props.basedOn, props.text, props.shipped, chosen)
  const conflicts = merge.pieces.filter(({ kind }) => kind === 'conflict')
  const taken = merge.pieces.filter(({ kind }) => kind === 'shipped').length
  return (
    <section
      aria-label={words.mergeTitle}
      className="flex flex-col gap-3 rounded-lg border border-orange bg-surface p-3 text-sm"
    >
      <h3 className="flex items-center gap-2 text-sm text-orange">
        <GitMerge aria-hidden size={16} />
        {words.mergeTitle}
      </h3>
      {taken > 0 ? <p>{words.mergeTaken({ count: taken })}</p> : null}
      {conflicts.length > 0 ? <p>{words.mergeOpen({ count: conflicts.length })}</p> : null}
      {conflicts.map((piece) => (
        <Conflict
          key={piece.key}
          piece={piece}
          value={chosen[piece.key] ?? null}
          choose={(side) => setChosen({ ...chosen, [piece.key]: side })}
        />
      ))}
      <div>
        <Button
          kind="primary"
          size="small"
          isDisabled={merge.open.length > 0}
          onPress={() => props.take(merge.text)}
        >
          {words.mergeTake}
        </Button>
      </div>
    </section>
  )
}

function Conflict(props: {
  piece: Piece
  value: 'own' | 'shipped' | null
  choose: (side: 'own' | 'shipped') => void
}) {
  const { words } = useMessages(playbooksMessages)
  const { key, own, shipped } = props.piece
  return (
    <div className="flex flex-col gap-2 border-t border-line-soft pt-2">
      <Choices
        label={words.mergeChoose({ key: key.replace(/^moves\//, '') })}
        size="small"
        choices={[
          { id: 'own', name: words.mergeOwn },
          { id: 'shipped', name: words.mergeShipped },
        ]}
        value={props.value}
        onChange={props.choose}
      />
      <div className="grid gap-2 sm:grid-cols-2">
        <Side title={words.mergeOwn} text={own ?? words.mergeGone} />
        <Side title={words.mergeShipped} text={shipped ?? words.mergeGone} />
      </div>
    </div>
  )
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <div className="min-w-0">
      <p className="text-xs text-sub">{title}</p>
      <p className="rounded-md bg-bg p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
        {text}
      </p>
    </div>
  )
}
