import type { Refused } from '#kit/call.ts'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { saveDraftPart, type DraftPart, type Part } from '../../contract.ts'

type Place = { readonly part: Part; readonly name: string; readonly language: 'ja' | 'en' }
type Typed = { readonly text: string; readonly revision: number }
type Saving = {
  readonly text?: string
  readonly state?: 'text' | 'off' | 'gone'
  readonly takesShipped?: boolean
  /** Over what is saved now, after it was looked at. */
  readonly over?: number
}

export type Writing = {
  readonly text: string
  readonly isUnsaved: boolean
  /** Somebody saved another text since this one was begun. */
  readonly isOvertaken: boolean
  readonly isSaving: boolean
  readonly refusal: Refused | null
  readonly change: (text: string) => void
  readonly forget: () => void
  readonly save: (saving?: Saving) => Promise<DraftPart | null>
}

const untouched: Typed = { text: '', revision: -1 }

/** What is being typed stays in this browser until the server has it, whatever else happens. */
export function useWriting({ part, name, language }: Place, saved: DraftPart): Writing {
  const key = `playbooks.${language}.${part}.${name}`
  const draft = useDraft<Typed>(key, untouched, understood)
  const command = useCommand(saveDraftPart)
  const typed = draft.value.revision === -1 ? null : draft.value
  const seen = typed?.revision ?? saved.revision

  async function save({ state = 'text', text, takesShipped = false, over }: Saving = {}) {
    const words = text ?? typed?.text ?? saved.text
    const body = { basedOn: over ?? seen, state, text: words, takesShipped }
    const answered = await command.send({ params: { language, part, name }, body })
    if (!answered.ok) return null
    draft.clear()
    return answered.value
  }
  return {
    text: typed?.text ?? saved.text,
    isUnsaved: typed !== null && typed.text !== saved.text,
    isOvertaken: typed !== null && typed.revision < saved.revision && typed.text !== saved.text,
    isSaving: command.isSending,
    refusal: command.refusal,
    change: (text) => draft.change({ text, revision: seen }),
    forget: draft.clear,
    save,
  }
}

function understood(kept: unknown): Typed | null {
  if (typeof kept !== 'object' || kept === null) return null
  const [text, revision]: unknown[] = [Reflect.get(kept, 'text'), Reflect.get(kept, 'revision')]
  return typeof text === 'string' && typeof revision === 'number' ? { text, revision } : null
}
