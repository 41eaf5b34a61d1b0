import { listEvidence } from '#features/complaints/evidence/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { onPaperMessages } from '../../messages.ts'
import type { PaperBeside } from './usePaper.ts'

const most = 12

/** What a report has besides its text: what happened when, and pictures of the case. */
export default function PaperReport({
  complaintId,
  paper,
}: {
  complaintId: string
  paper: PaperBeside
}) {
  const { words } = useMessages(onPaperMessages)
  const { draft, change } = paper
  const evidence = useAnswer(listEvidence, { params: { complaintId } })
  const there = evidence.state === 'ready' ? evidence.value.evidence : []
  const pictures = there.filter(({ type }) => type?.startsWith('image/') ?? false)
  const isIn = (id: string) => draft.pictures.some(({ evidenceId }) => evidenceId === id)
  function toggle(evidenceId: string, name: string) {
    const rest = draft.pictures.filter((each) => each.evidenceId !== evidenceId)
    const caption = name.replace(/\.[a-z]{3,4}$/iu, '')
    change({
      pictures: isIn(evidenceId) ? rest : [...rest, { evidenceId, caption }].slice(0, most),
    })
  }
  return (
    <Section title={words.report} folds="open">
      <TextArea
        label={words.timeline}
        value={draft.timeline}
        rows={4}
        onChange={(timeline) => change({ timeline })}
      />
      {pictures.length === 0 ? null : (
        <fieldset className="flex flex-col">
          <legend className="text-sm font-medium">{words.pictures}</legend>
          {pictures.map(({ id, name }) => (
            <Checkbox key={id} isChosen={isIn(id)} onChange={() => toggle(id, name)}>
              {name}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </Section>
  )
}
