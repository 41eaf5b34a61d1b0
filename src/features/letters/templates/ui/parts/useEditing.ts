import { useState } from 'react'
import { writingKind } from '#features/language/contract.ts'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import {
  retireTemplate,
  saveTemplate,
  type Template,
  type TemplateContent,
} from '../../contract.ts'
import { templatesMessages } from '../../messages.ts'
import { isSame } from '../../rules.ts'

const empty: TemplateContent = { name: '', kana: '', kinds: ['mail'], subject: '', body: '' }

export function contentOf({ name, kana, kinds, subject, body }: TemplateContent): TemplateContent {
  return { name, kana, kinds, subject, body }
}

type Edited = {
  readonly id: string
  readonly template: Template | null
  readonly onClose: () => void
}

/** What is typed stays when it cannot be saved; the revision it began from stops it from covering somebody else's. */
export function useEditing({ id: templateId, template, onClose }: Edited) {
  const { words } = useMessages(templatesMessages)
  const [kept, setKept] = useState<Template | null>(template)
  const { typed, saved, change, discard } = useTyped(kept)
  const saving = useCommand(saveTemplate)
  const retiring = useCommand(retireTemplate)

  async function save() {
    if (saving.isSending) return
    const body = { ...typed, basedOn: kept?.revision ?? 0 }
    const answered = await saving.send({ params: { templateId }, body })
    if (!answered.ok) return
    discard()
    setKept(answered.value)
    showToast({ text: words.saved, tone: 'done' })
  }
  async function retire() {
    const answered = await retiring.send({ params: { templateId } })
    if (!answered.ok) return
    discard()
    showToast({ text: words.isRetired })
    onClose()
  }
  const isChanged = !isSame(typed, saved)
  const [isSaving, refusal] = [saving.isSending, saving.refusal ?? retiring.refusal]
  return { kept, typed, change, discard, save, retire, isSaving, isChanged, refusal }
}

/** Whoever leaves finds it again: it is kept in this browser until it is saved. */
function useTyped(kept: Template | null) {
  const saved = kept ? contentOf(kept) : empty
  const key = kept ? `template/${kept.id}/${kept.revision}` : 'template/new'
  const written = useDraft(key, null, understood)
  const typed = written.value ?? saved
  const change = (changes: Partial<TemplateContent>) => written.change({ ...typed, ...changes })
  return { typed, saved, change, discard: written.clear }
}

/** What an older version may have left in this browser. */
function understood(kept: unknown): TemplateContent | null {
  if (typeof kept !== 'object' || kept === null) return null
  const text = (name: string) => String(Reflect.get(kept, name) ?? '')
  const kinds: unknown = Reflect.get(kept, 'kinds')
  return {
    name: text('name'),
    kana: text('kana'),
    kinds: writingKind.options.filter((each) => Array.isArray(kinds) && kinds.includes(each)),
    subject: text('subject'),
    body: text('body'),
  }
}
