import { useMemo, useState } from 'react'
import { cueCodes, phraseRules, type CompanyPhrases } from '#features/language/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { browserIds } from '#kit/ids.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { saveCompanyWords, type CompanyEntry, type CompanyWords } from '../../contract.ts'
import { companyWordsMessages } from '../../messages.ts'
import { codeName } from './code-name.ts'
import { Tried } from './Tried.tsx'

type Code = CompanyPhrases['code']
type Texts = Record<'phrases' | 'why' | 'mustLight' | 'mustNotLight', string>

/** Words, why, and the sentences that hold them to what is meant; tried while one types. */
export function WordsDialog(props: { entry: CompanyEntry | null; onClose: () => void }) {
  const { words } = useMessages(companyWordsMessages)
  const { entry, onClose } = props
  const [wordsId] = useState(() => entry?.id ?? browserIds.next())
  const [code, setCode] = useState<Code | null>(entry?.code ?? null)
  const [texts, setTexts] = useState<Texts>(() => textsOf(entry))
  const command = useCommand(saveCompanyWords)
  const written = code === null ? null : writtenFrom(code, texts)

  async function save() {
    if (!written) return
    const answered = await command.send({ params: { wordsId }, body: written })
    if (!answered.ok) return
    onClose()
    showToast({ text: words.saved, tone: 'done' })
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={entry ? words.editTitle : words.addTitle}
      width="wide"
      keepsOpen
      actions={
        <SendButtons
          label={words.save}
          onSend={() => void save()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={code === null}
        />
      }
    >
      <div className="grid gap-4 lg:grid-cols-2 lg:gap-6">
        <div className="flex flex-col gap-4">
          <CodeField code={code} onChange={setCode} />
          <Fields texts={texts} change={(changes) => setTexts({ ...texts, ...changes })} />
        </div>
        <div className="flex flex-col gap-3 self-start lg:sticky lg:top-0">
          <div ref={command.refusal ? intoView : null}>
            <Refusal refusal={command.refusal} />
          </div>
          {written ? <Tried written={written} /> : <Explained />}
        </div>
      </div>
    </Dialog>
  )
}

/** On a small screen the answer stands below what was written. */
function intoView(answer: HTMLElement | null) {
  answer?.scrollIntoView({ block: 'nearest' })
}

function Explained() {
  const { words } = useMessages(companyWordsMessages)
  return <p className="rounded-lg bg-bg p-3 text-sm text-sub">{words.previewNone}</p>
}

function CodeField(props: { code: Code | null; onChange: (code: Code) => void }) {
  const { words } = useMessages(companyWordsMessages)
  const language = useLanguage()
  const choices = useMemo(
    () => [...cueCodes, ...phraseRules].map((id) => ({ id, name: codeName(id, language) })),
    [language],
  )
  return (
    <Select
      label={words.code}
      hint={words.codeHint}
      choices={choices}
      value={props.code}
      onChange={props.onChange}
      autoFocus
    />
  )
}

function Fields(props: { texts: Texts; change: (changes: Partial<Texts>) => void }) {
  const { words } = useMessages(companyWordsMessages)
  const { texts, change } = props
  return (
    <>
      <TextArea
        label={words.phrases}
        hint={words.phrasesHint}
        value={texts.phrases}
        onChange={(phrases) => change({ phrases })}
        rows={2}
      />
      <TextField
        label={words.why}
        hint={words.whyHint}
        value={texts.why}
        onChange={(why) => change({ why })}
      />
      <TextArea
        label={words.mustLight}
        hint={words.sentencesHint}
        value={texts.mustLight}
        onChange={(mustLight) => change({ mustLight })}
        rows={2}
      />
      <TextArea
        label={words.mustNotLight}
        hint={words.darkHint}
        value={texts.mustNotLight}
        onChange={(mustNotLight) => change({ mustNotLight })}
        rows={2}
      />
    </>
  )
}

function textsOf(entry: CompanyEntry | null): Texts {
  const lines = (several: readonly string[] = []) => several.join('\n')
  return {
    phrases: lines(entry?.phrases),
    why: entry?.why ?? '',
    mustLight: lines(entry?.mustLight),
    mustNotLight: lines(entry?.mustNotLight),
  }
}

/** One line, one phrase; what is empty was not meant. */
function writtenFrom(code: Code, { phrases, why, mustLight, mustNotLight }: Texts): CompanyWords {
  const lines = (text: string) => [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ]
  return {
    code,
    phrases: lines(phrases),
    why: why.trim(),
    mustLight: lines(mustLight),
    mustNotLight: lines(mustNotLight),
  }
}
