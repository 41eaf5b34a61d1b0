import { useMessages } from '#kit/language.tsx'
import { playbooksMessages } from '../../messages.ts'
import { lineDiff, type DiffLine } from '../../rules.ts'

const looks = {
  same: 'text-sub',
  added: 'bg-green-bg text-green',
  removed: 'bg-red-bg text-red',
} as const
const marks = { same: ' ', added: '+', removed: '−' } as const
/** Lines kept around a change, so that one sees where it stands. */
const around = 2

/** What went and what came, line by line; long stretches that stayed are left out. */
export function Diff({ before, after }: { before: string; after: string }) {
  const { words } = useMessages(playbooksMessages)
  const lines = lineDiff(before, after)
  if (lines.every(({ kind }) => kind === 'same')) {
    return <p className="text-sm text-sub">{words.noDiff}</p>
  }
  return (
    <ol className="overflow-x-auto rounded-lg border border-line bg-surface font-mono text-xs leading-5">
      {lines.map((line, index) =>
        isNear(lines, index) ? (
          <li key={index} className={`flex gap-2 px-2 whitespace-pre-wrap ${looks[line.kind]}`}>
            <span aria-hidden>{marks[line.kind]}</span>
            {line.kind === 'same' ? null : (
              <span className="sr-only">{line.kind === 'added' ? words.added : words.removed}</span>
            )}
            <span className="wrap-anywhere">{line.text}</span>
          </li>
        ) : null,
      )}
    </ol>
  )
}

function isNear(lines: readonly DiffLine[], index: number): boolean {
  return lines
    .slice(Math.max(0, index - around), index + around + 1)
    .some(({ kind }) => kind !== 'same')
}
