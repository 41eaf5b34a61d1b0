import { X } from 'lucide-react'
import { accessMessages } from '#features/access/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'

type Chip = {
  readonly id: string
  readonly name: string
  /** A whole day, and nothing else. */
  readonly day?: string
  readonly error?: string | null
}

/** Entries side by side, each with a way to remove it where one may; what is wrong with one stands below in words. */
export function Chips(props: {
  entries: readonly Chip[]
  onRemove: ((id: string) => void) | null
}) {
  const { organisation: words } = useMessages(accessMessages).words
  const { onRemove } = props
  if (props.entries.length === 0) return <p className="text-sm text-sub">{words.none}</p>
  return (
    <>
      <ul className="flex flex-wrap gap-2">
        {props.entries.map(({ id, name, day, error }) => (
          <li
            key={id}
            className={`inline-flex items-center gap-1 rounded-lg ps-3 text-sm ${onRemove ? 'pe-1' : 'py-1 pe-3'} ${error ? 'bg-red-bg text-red' : 'bg-gray-bg'}`}
          >
            {day ? <time dateTime={day}>{name}</time> : <span>{name}</span>}
            {onRemove ? (
              <Button
                kind="quiet"
                size="small"
                label={day ? words.remove({ day: name }) : words.removeHalf({ half: name })}
                icon={<X aria-hidden size={14} />}
                onPress={() => onRemove(id)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <div role="alert" className="text-sm text-red">
        {props.entries.map(({ id, error }) =>
          error ? (
            <p key={id} className="mt-1">
              {error}
            </p>
          ) : null,
        )}
      </div>
    </>
  )
}
