import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { reminders } from '../../judging/contract.ts'
import { judgingMessages } from '../../judging/messages.ts'
import type { Part } from './part.ts'

/** Asked each time, before anything is weighed: a right claim in a hard voice, a need, our own fault. */
export function ConsiderFields({ draft, change }: Part) {
  const { words } = useMessages(judgingMessages)
  const { considered } = draft
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-semibold">{words.consider}</legend>
      {reminders.map((reminder) => {
        const { answer, words: how } = considered[reminder]
        const set = (next: Partial<(typeof considered)[typeof reminder]>) =>
          change({ considered: { ...considered, [reminder]: { answer, words: how, ...next } } })
        return (
          <div key={reminder} className="flex flex-col gap-1.5">
            <Choices
              label={words.reminders[reminder]}
              size="small"
              choices={(['yes', 'no', 'unknown'] as const).map((id) => ({
                id,
                name: words.answers[id],
              }))}
              value={answer}
              onChange={(id) => set({ answer: id })}
            />
            {answer === 'yes' ? (
              <TextField
                label={words.how}
                value={how}
                onChange={(text) => set({ words: text })}
                isRequired
              />
            ) : null}
          </div>
        )
      })}
    </fieldset>
  )
}
