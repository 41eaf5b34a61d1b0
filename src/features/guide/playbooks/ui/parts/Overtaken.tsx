import { Users } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import type { DraftPart } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'
import { Diff } from './Diff.tsx'
import type { Writing } from './useWriting.ts'

/** Two people wrote: both texts are there, and the person decides. */
export function Overtaken({ saved, writing }: { saved: DraftPart; writing: Writing }) {
  const { words } = useMessages(playbooksMessages)
  return (
    <section
      aria-label={words.overtaken({ name: saved.changedByName })}
      className="flex flex-col gap-3 rounded-lg border border-orange bg-surface p-3 text-sm"
    >
      <h3 className="flex items-center gap-2 text-sm text-orange">
        <Users aria-hidden size={16} />
        {words.overtaken({ name: saved.changedByName })}
      </h3>
      <p>{words.overtakenDetail}</p>
      <Diff before={saved.text} after={writing.text} />
      <div className="flex flex-wrap gap-2">
        <Button
          kind="primary"
          size="small"
          isBusy={writing.isSaving}
          onPress={() => void writing.save({ over: saved.revision })}
        >
          {words.saveMine}
        </Button>
        <Button size="small" onPress={writing.forget}>
          {words.takeTheirs}
        </Button>
      </div>
    </section>
  )
}
