import type { ReactNode } from 'react'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { calendarDay, dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { uploadPaths } from '../../files/contract.ts'
import { talkFilesMessages } from '../../files/messages.ts'
import AddFiles from '../../files/ui/parts/AddFiles.tsx'
import { byName } from '../../files/ui/parts/source.ts'
import { talksMessages } from '../../talks/messages.ts'
import { Messages } from '../../talks/ui/parts/TalkView.tsx'
import { useTabDraft } from '../../talks/ui/parts/tab-draft.ts'
import {
  answerPerson,
  closeCase,
  readCase,
  reopenCase,
  type CaseFile as File,
} from '../contract.ts'
import { casesMessages } from '../messages.ts'
import { Checks } from './parts/Checks.tsx'
import { KeptFiles } from './parts/KeptFiles.tsx'
import { Keeping } from '../../retention/ui/parts/Keeping.tsx'
import { Entries } from './parts/Entries.tsx'
import { WriteEntry } from './parts/WriteEntry.tsx'

/** One consultation as the desk works on it: the talk at the left, what the desk writes down at the right. */
export default function CaseFile({
  caseId,
  back,
  leave,
}: {
  caseId: string
  back: ReactNode
  /** It was erased: there is nothing here any more. */
  leave: () => void
}) {
  const file = useAnswer(readCase, { params: { caseId } })
  return (
    <div className="flex flex-col gap-5">
      {back}
      <Answering answer={file}>
        {(value) => (
          <>
            <Head file={value} />
            <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
              <Talk file={value} again={file.again} />
              <div className="flex flex-col gap-8">
                <Record file={value} again={file.again} />
                <Checks file={value} />
                <Ending file={value} again={file.again} />
                <Keeping file={value} again={file.again} leave={leave} />
                <Looks file={value} />
              </div>
            </div>
          </>
        )}
      </Answering>
    </div>
  )
}

type Part = { readonly file: File; readonly again: () => void }

function Head({ file }: { file: File }) {
  const { words } = useMessages(casesMessages)
  const { abouts } = useMessages(talksMessages).words
  const language = useLanguage()
  const day = calendarDay(`${file.openedOn}T03:00:00Z`, useNow(), language)
  return (
    <header className="flex flex-col gap-2">
      <h2 className="text-xl">{file.personName ?? words.unnamed}</h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-sub">
        {words.opened({ day })}　{abouts[file.about]}
        {file.isUrgent ? <Badge tone="red">{words.urgent}</Badge> : null}
        {file.isClosed ? <Badge tone="green">{words.closed}</Badge> : null}
        {file.complaintNumber ? (
          <span>{words.number({ number: file.complaintNumber })}</span>
        ) : null}
        {file.excludedCount > 0 ? (
          <span>{words.excluded({ count: file.excludedCount })}</span>
        ) : null}
      </p>
    </header>
  )
}

function Talk({ file, again }: Part) {
  const { words } = useMessages(casesMessages)
  const { words: files } = useMessages(talkFilesMessages)
  const [text, write] = useTabDraft(`answer.${file.caseId}`)
  const answer = useCommand(answerPerson)
  async function send() {
    if (text.trim() === '' || answer.isSending) return
    const params = { caseId: file.caseId }
    const answered = await answer.send({ params, body: { words: text } })
    if (!answered.ok) return
    write('')
    showToast({ text: words.sent, tone: 'done' })
    again()
  }
  return (
    <Section title={words.talk}>
      <div className="flex flex-col gap-4">
        <Messages
          messages={file.messages}
          source={byName}
          person={file.personName ?? words.person}
        />
        <TextArea
          label={words.answer}
          hint={words.answerHint}
          rows={4}
          value={text}
          onChange={write}
          onSend={() => void send()}
        />
        <Refusal refusal={answer.refusal} />
        <Button
          kind="primary"
          className="self-start"
          isBusy={answer.isSending}
          isDisabled={text.trim() === ''}
          onPress={() => void send()}
        >
          {words.send}
        </Button>
        <AddFiles
          caseId={file.caseId}
          source={byName}
          path={uploadPaths.shared}
          label={files.shared}
          hint={files.sharedHint}
          onCame={again}
        />
      </div>
    </Section>
  )
}

function Record({ file, again }: Part) {
  const { words } = useMessages(casesMessages)
  return (
    <Section title={words.record}>
      <p className="text-sm text-sub">{words.recordHint}</p>
      <Entries file={file} again={again} />
      <WriteEntry file={file} again={again} />
      <KeptFiles file={file} again={again} />
    </Section>
  )
}

function Ending({ file, again }: Part) {
  const { words } = useMessages(casesMessages)
  const [close, reopen] = [useCommand(closeCase), useCommand(reopenCase)]
  const params = { caseId: file.caseId }
  const run = (sender: typeof close) => async () => {
    if ((await sender.send({ params })).ok) again()
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-sub">
        {file.lacks.length > 0
          ? file.lacks.map((each) => words.lacks[each]).join('')
          : words.closeHint}
      </p>
      <Refusal refusal={close.refusal ?? reopen.refusal} />
      {file.isClosed ? (
        <Button className="self-start" isBusy={reopen.isSending} onPress={() => void run(reopen)()}>
          {words.reopen}
        </Button>
      ) : (
        <Button
          kind="done"
          className="self-start"
          isBusy={close.isSending}
          isDisabled={file.lacks.length > 0}
          onPress={() => void run(close)()}
        >
          {words.close}
        </Button>
      )}
    </div>
  )
}

function Looks({ file }: { file: File }) {
  const { words } = useMessages(casesMessages)
  const language = useLanguage()
  const now = useNow()
  return (
    <Section title={words.readings} folds="shut" count={file.readings.length}>
      <ul className="text-sm text-sub">
        {file.readings.map(({ name, at, fileName }) => (
          <li key={`${name}${at}${fileName ?? ''}`} className="wrap-anywhere">
            {dayAndTime(at, now, language)}　{name}
            {fileName ? `　${fileName}` : ''}
          </li>
        ))}
      </ul>
    </Section>
  )
}
