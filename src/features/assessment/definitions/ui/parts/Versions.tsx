import { RotateCcw } from 'lucide-react'
import type { DefinitionVersion } from '#features/assessment/definitions/contract.ts'
import { definitionsMessages } from '#features/assessment/definitions/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'

/** Who saved which version when and why; any text of them may be taken up again. */
export function Versions(props: {
  versions: readonly DefinitionVersion[]
  shippedText: string | null
  onTake: ((text: string) => void) | null
}) {
  const { words } = useMessages(definitionsMessages)
  const { versions, shippedText, onTake } = props
  if (versions.length === 0) return null
  return (
    <section aria-label={words.versions} className="text-sm">
      <h3 className="mb-1 text-sm">{words.versions}</h3>
      <ul className="flex flex-col gap-1 border-s-2 border-line ps-3">
        {versions.map((version) => (
          <li key={version.id}>
            <span className="text-xs text-sub" data-figures>
              <Moment at={version.at} always="both" />　{version.effectiveFrom}〜
              {version.isResting ? `　${words.resting}` : ''}
            </span>
            <span className="block">
              {words.changedBy({ name: version.byName, note: version.note })}
            </span>
          </li>
        ))}
      </ul>
      {onTake && shippedText ? (
        <Button
          size="small"
          kind="quiet"
          icon={<RotateCcw aria-hidden size={14} />}
          onPress={() => onTake(shippedText)}
        >
          {words.shipped}
        </Button>
      ) : null}
    </section>
  )
}
