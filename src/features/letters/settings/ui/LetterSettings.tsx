import { useState } from 'react'
import {
  changeLetterSettings,
  previewAcknowledgement,
  readLetterSettings,
  type LetterSettings as Settings,
  type ShownSettings,
} from '#features/letters/settings/contract.ts'
import { letterSettingsMessages } from '#features/letters/settings/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { useSettled } from '#kit/settled.ts'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'

/** The undo window, and what is acknowledged by itself in which words. */
export function LetterSettings({ mayChange }: { mayChange: boolean }) {
  const { words } = useMessages(letterSettingsMessages)
  const settings = useAnswer(readLetterSettings, {})
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={settings}>
        {(value) => (
          <Form key={value.changedAt ?? 'first'} settings={value} mayChange={mayChange} />
        )}
      </Answering>
    </div>
  )
}

function Form({ settings, mayChange }: { settings: ShownSettings; mayChange: boolean }) {
  const { words } = useMessages(letterSettingsMessages)
  const [undo, setUndo] = useState(String(settings.undoSeconds))
  const [megabytes, setMegabytes] = useState(String(settings.attachmentsMegabytes))
  const [acknowledges, setAcknowledges] = useState(settings.acknowledges)
  const [silent, setSilent] = useState<readonly string[]>(settings.silentMailboxes)
  const [text, setText] = useState(settings.acknowledgement ?? settings.shippedText)
  const command = useCommand(changeLetterSettings)
  const isShipped = text.trim() === settings.shippedText.trim()
  const body: Settings = {
    undoSeconds: Number(undo.normalize('NFKC')),
    attachmentsMegabytes: Number(megabytes.normalize('NFKC')),
    acknowledges,
    acknowledgement: isShipped ? null : text,
    silentMailboxes: [...silent],
  }

  const numbers = [
    [words.undo, words.undoHint, undo, setUndo],
    [words.attachments, words.attachmentsHint, megabytes, setMegabytes],
  ] as const

  async function save() {
    const answered = await command.send({ body })
    if (answered.ok) showToast({ text: words.saved, tone: 'done' })
  }

  return (
    <div className="flex max-w-5xl flex-col gap-5">
      <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
        {numbers.map(([label, hint, value, onChange]) => (
          <TextField
            key={label}
            {...{ label, hint, value, onChange }}
            inputMode="numeric"
            isDisabled={!mayChange}
            onSend={() => void save()}
          />
        ))}
      </div>
      <div className="flex flex-col gap-1">
        <Checkbox isChosen={acknowledges} isDisabled={!mayChange} onChange={setAcknowledges}>
          {words.acknowledges}
        </Checkbox>
        <p className="max-w-2xl text-sm text-sub">{words.acknowledgesHint}</p>
      </div>
      <Silent {...{ settings, silent, setSilent, mayChange }} />
      <Wording {...{ settings, text, setText, mayChange, isShipped }} onSend={() => void save()} />
      <Refusal refusal={command.refusal} />
      {mayChange ? (
        <div>
          <Button
            kind="primary"
            keys="mod+enter"
            keysInFields
            isBusy={command.isSending}
            onPress={() => void save()}
          >
            {words.save}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function Silent(props: {
  settings: ShownSettings
  silent: readonly string[]
  setSilent: (silent: readonly string[]) => void
  mayChange: boolean
}) {
  const { words } = useMessages(letterSettingsMessages)
  const { silent, setSilent, settings } = props
  if (settings.mailboxes.length === 0)
    return <p className="text-sm text-orange">{words.noMailbox}</p>
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-sm font-semibold">{words.silent}</legend>
      {settings.mailboxes.map(({ address, displayName }) => (
        <Checkbox
          key={address}
          isChosen={silent.includes(address)}
          isDisabled={!props.mayChange}
          onChange={(isSilent) =>
            setSilent(isSilent ? [...silent, address] : silent.filter((each) => each !== address))
          }
        >
          {`${displayName} ${address}`.trim()}
        </Checkbox>
      ))}
    </fieldset>
  )
}

function Wording(props: {
  settings: ShownSettings
  text: string
  setText: (text: string) => void
  mayChange: boolean
  isShipped: boolean
  onSend: () => void
}) {
  const { words } = useMessages(letterSettingsMessages)
  const { settings, text, setText } = props
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <div className="flex flex-col gap-2">
        <TextArea
          label={words.text}
          value={text}
          rows={14}
          isDisabled={!props.mayChange}
          onChange={setText}
          onSend={props.onSend}
        />
        {props.mayChange ? (
          <>
            <p className="text-xs text-sub">{words.placeholders}</p>
            <div className="flex flex-wrap gap-1.5">
              {settings.placeholders.map((name) => (
                <Button
                  key={name}
                  size="small"
                  label={words.insert({ name })}
                  onPress={() => setText(`${text}{${name}}`)}
                >
                  {`{${name}}`}
                </Button>
              ))}
            </div>
            {props.isShipped ? null : (
              <div>
                <Button size="small" kind="quiet" onPress={() => setText(settings.shippedText)}>
                  {words.shipped}
                </Button>
              </div>
            )}
          </>
        ) : null}
      </div>
      <Preview text={text} />
    </div>
  )
}

function Preview({ text }: { text: string }) {
  const { words } = useMessages(letterSettingsMessages)
  const settled = useSettled(text)
  const answer = useAnswer(
    previewAcknowledgement,
    { body: { text: settled } },
    { keepPrevious: true },
  )
  if (answer.state !== 'ready') return null
  const { subject, text: filled, unknown } = answer.value
  return (
    <section aria-label={words.preview} className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">{words.preview}</h3>
      {unknown.length > 0 ? (
        <p role="alert" className="rounded-lg bg-red-bg px-3 py-2 text-sm text-red">
          {words.unknown({ names: unknown.join('」「') })}
        </p>
      ) : null}
      <div className="rounded-xl border border-line bg-surface px-4 py-3">
        <p className="border-b border-line-soft pb-2 text-sm">
          <span className="me-2 text-xs text-sub">{words.subject}</span>
          {subject}
        </p>
        <p className="pt-3 text-sm leading-relaxed whitespace-pre-wrap">{filled}</p>
      </div>
    </section>
  )
}
