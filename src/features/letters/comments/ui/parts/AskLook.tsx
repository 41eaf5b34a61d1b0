import { Eye } from 'lucide-react'
import { useState } from 'react'
import { listMembers, readViewer } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { Section } from '#kit/Section.tsx'
import { Select } from '#kit/Select.tsx'
import { showToast } from '#kit/toasts.ts'
import { askLook, type Look } from '../../contract.ts'
import { commentsMessages } from '../../messages.ts'

/** A colleague is asked to read the reply before it leaves. */
export function AskLook(props: {
  complaintId: string
  /** Null: nothing has been saved yet. */
  draftId: string | null
  looks: readonly Look[]
}) {
  const { look: words } = useMessages(commentsMessages).words
  const viewer = useAnswer(readViewer, {})
  const members = useAnswer(listMembers, {})
  const [who, setWho] = useState<string | null>(null)
  const [about, setAbout] = useState('')
  const command = useCommand(askLook)
  const meId = viewer.state === 'ready' ? viewer.value.memberId : null
  const others = members.state === 'ready' ? members.value.members : []
  const choices = others.filter(({ id, isAway }) => id !== meId && !isAway)
  const { complaintId, draftId } = props

  async function ask() {
    if (draftId === null || who === null) return
    const params = { complaintId, draftId }
    const answered = await command.send({ params, body: { memberId: who, words: about } })
    if (!answered.ok) return
    const name = choices.find(({ id }) => id === who)?.name ?? ''
    showToast({ text: words.asked({ name }) })
    setWho(null)
    setAbout('')
  }
  return (
    <Section title={words.title} icon={Eye} folds={props.looks.length > 0 ? 'shut' : 'open'}>
      {draftId === null ? (
        <p className="text-sm text-sub">{words.needsDraft}</p>
      ) : (
        <>
          <Select label={words.who} choices={choices} value={who} onChange={setWho} />
          <LineForm
            label={words.words}
            value={about}
            onChange={setAbout}
            onSave={() => void ask()}
            saveLabel={words.ask}
            isDisabled={who === null}
            isSaving={command.isSending}
            refusal={command.refusal}
          />
        </>
      )}
      <ul className="text-sm text-sub">
        {props.looks.map(({ id, askedName: name, lookedAt }) => (
          <li key={id}>{lookedAt ? words.looked({ name }) : words.waiting({ name })}</li>
        ))}
      </ul>
    </Section>
  )
}
