import { FileText } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { listSentences } from '#features/guide/contract.ts'
import type { WritingKind } from '#features/language/contract.ts'
import { composingWords } from '#features/letters/composing/messages.ts'
import {
  insertTemplate,
  listFilledTemplates,
  type FilledTemplate,
} from '#features/letters/templates/contract.ts'
import { templatesMessages } from '#features/letters/templates/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { call } from '#kit/call.ts'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { Finder } from '#kit/Finder.tsx'
import { useMessages } from '#kit/language.tsx'
import { paletteMatches, type PaletteItem } from '#kit/palette.ts'
import { showToast } from '#kit/toasts.ts'

const most = 40

type Finding = {
  readonly complaintId: string
  readonly kind: WritingKind
  readonly onChoose: (words: string) => void
  readonly onSubject?: (subject: string) => void
  readonly onClose: () => void
}

/**
 * The company's templates by name and reading, and sentences of the playbook by any word of theirs, with this case's values;
 * what fits the case now stands first. In words that everybody reads, templates alone.
 */
export function PhraseFinder(props: Finding) {
  const { words } = useMessages(composingWords)
  const { complaintId, kind, onChoose } = props
  const isPublic = kind === 'public-reply'
  const sentences = useAnswer(listSentences, { params: { complaintId } }, { isOff: isPublic })
  const templates = useTemplates(props)
  return (
    <Dialog isOpen onClose={props.onClose} title={words.phrases} hidesTitle place="top">
      <Answering answer={templates.answer}>
        {(value) => (
          <Sentences
            items={[
              ...[...value.templates, ...templates.others].map(templates.item),
              ...(sentences.state === 'ready' ? sentences.value.sentences : []).map((each) => ({
                id: each.text,
                name: each.text,
                detail: each.title,
                alsoCalled: each.goal,
                run: () => onChoose(each.text),
              })),
            ]}
            onClose={props.onClose}
          />
        )}
      </Answering>
    </Dialog>
  )
}

/** What is chosen is filled once more by the server, which keeps what its sentences stand on. */
function useTemplates({ complaintId, kind, onChoose, onSubject }: Finding) {
  const { words } = useMessages(templatesMessages)
  const params = { complaintId }
  const answer = useAnswer(listFilledTemplates, { params, query: { kind } })
  // One text is sent or printed: those for letters are found, too, and say so.
  const asked = { params, query: { kind: 'letter' as const } }
  const letters = useAnswer(listFilledTemplates, asked, { isOff: kind !== 'mail' })
  const ofMail = answer.state === 'ready' ? answer.value.templates.map(({ id }) => id) : []
  const onPaper = letters.state === 'ready' && kind === 'mail' ? letters.value.templates : []
  const others = onPaper.filter(({ id }) => !ofMail.includes(id))
  const insert = useCommand(insertTemplate)

  async function put({ id: templateId, text }: FilledTemplate) {
    const asked = { params: { complaintId, templateId }, body: { text } }
    const answered = await insert.send(asked)
    if (answered.ok) return taken(answered.value.filled)
    if (answered.refusal.code !== 'letters.template-refilled')
      return showToast({ text: answered.refusal.sentence, tone: 'trouble' })
    const of = others.some(({ id }) => id === templateId) ? ('letter' as const) : kind
    const now = await call(listFilledTemplates, { params, query: { kind: of } })
    const anew = now.ok ? now.value.templates.find(({ id }) => id === templateId) : undefined
    if (!anew) return showToast({ text: answered.refusal.sentence, tone: 'trouble' })
    const again = { params: asked.params, body: { text: anew.text } }
    const second = await insert.send(again)
    if (!second.ok) return showToast({ text: second.refusal.sentence, tone: 'trouble' })
    showToast({ text: words.refilled })
    return taken(second.value.filled)
  }
  function taken({ text, subject }: FilledTemplate) {
    if (subject !== '') onSubject?.(subject)
    onChoose(text)
  }
  const item = (template: FilledTemplate): PaletteItem => {
    const isOther = others.includes(template)
    const count = template.holes.length
    const left = count === 0 ? '' : `　${words.holesLeft({ count })}`
    return {
      id: template.id,
      name: template.name,
      detail: `${isOther ? words.forLetters : words.inComposer}${left}`,
      icon: FileText,
      alsoCalled: `${template.kana} ${template.text}`,
      run: () => void put(template),
    }
  }
  return { answer, others, item }
}

function Sentences({ items, onClose }: { items: readonly PaletteItem[]; onClose: () => void }) {
  const { words } = useMessages(composingWords)
  const [typed, setTyped] = useState('')
  return (
    <Finder
      label={words.phrases}
      hint={words.phrasesHint}
      nothing={words.noPhrase}
      typed={typed}
      onTyped={setTyped}
      found={paletteMatches(items, useDeferredValue(typed)).slice(0, most)}
      onClose={onClose}
      isWrapped
    />
  )
}
