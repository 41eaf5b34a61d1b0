import { Phone } from 'lucide-react'
import { useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { changeExtension, listExtensions, type Extension } from '../contract.ts'
import { extensionsMessages } from '../messages.ts'

/** Who is rung where: the way from a telephone to a screen. */
export function Extensions({ mayChange }: { mayChange: boolean }) {
  const { words } = useMessages(extensionsMessages)
  const answer = useAnswer(listExtensions, {}, { live: true })
  return (
    <Section title={words.title} icon={Phone} className="mt-8">
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={answer}>
        {({ extensions }) => (
          <div className="grid gap-4 md:grid-cols-2">
            {(['member', 'team'] as const).map((of) => (
              <section key={of} aria-label={of === 'team' ? words.teams : words.members}>
                <h4 className="mb-1 text-xs text-sub">
                  {of === 'team' ? words.teams : words.members}
                </h4>
                <ul className="card divide-y divide-line-soft">
                  {extensions
                    .filter((each) => each.of === of)
                    .map((each) => (
                      <Line key={`${each.id} ${each.extension}`} one={each} mayChange={mayChange} />
                    ))}
                </ul>
              </section>
            ))}
          </div>
        )}
      </Answering>
    </Section>
  )
}

function Line({ one, mayChange }: { one: Extension; mayChange: boolean }) {
  const { words } = useMessages(extensionsMessages)
  const [typed, setTyped] = useState(one.extension ?? '')
  const command = useCommand(changeExtension)

  async function save() {
    const params = { of: one.of, ownerId: one.id }
    const answered = await command.send({ params, body: { extension: typed } })
    if (!answered.ok) return
    const { name, extension } = answered.value
    showToast({ text: words.saved({ name, extension: extension ?? '' }), tone: 'done' })
  }

  return (
    <li className="flex items-center gap-3 px-4 py-2 text-sm">
      <span className="min-w-0 flex-1 wrap-anywhere">{one.name}</span>
      <span className="w-28">
        <TextField
          label={words.of(one)}
          hidesLabel
          inputMode="tel"
          value={typed}
          isDisabled={!mayChange}
          onChange={setTyped}
          onEnter={() => void save()}
          error={command.refusal?.sentence ?? null}
          maxLength={20}
        />
      </span>
      {mayChange ? (
        <Button
          size="small"
          label={`${words.of(one)} ${words.save}`}
          isDisabled={typed === (one.extension ?? '')}
          isBusy={command.isSending}
          onPress={() => void save()}
        >
          {words.save}
        </Button>
      ) : null}
    </li>
  )
}
