import { Download, FileArchive, FileText, Paperclip, PanelTop } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { mailMessages } from '#features/intake/mail/messages.ts'
import { readMail, type MailView, type Understood } from '#features/intake/mail/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { Page } from './Page.tsx'

/** One mail, opened: who wrote what to whom. Text first; the sender's HTML only in a frame without rights. */
export function Letter({ mailId }: { mailId: string }) {
  const { words } = useMessages(mailMessages)
  const answer = useAnswer(readMail, { params: { mailId } })
  return (
    <Answering answer={answer} skeletonLines={4}>
      {(view) => (
        <div className="flex flex-col gap-3">
          {view.mail ? <Opened view={view} mail={view.mail} /> : null}
          <a
            href={`/api/intake/mail/${mailId}/original`}
            download
            className="tap inline-flex min-h-8 items-center gap-2 self-start text-sm text-accent underline"
          >
            <Download aria-hidden size={15} />
            {words.original}
          </a>
        </div>
      )}
    </Answering>
  )
}

function Opened({ view, mail }: { view: MailView; mail: Understood }) {
  const { words } = useMessages(mailMessages)
  const [isPage, setPage] = useState(false)
  const people = (list: Understood['to']) =>
    list.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join('、')
  const hasText = mail.passages.some(({ text }) => text.trim() !== '')
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        <Row name={words.from}>{mail.from ? people([mail.from]) : words.noSender}</Row>
        <Row name={words.to}>{people(mail.to)}</Row>
        <Row name={words.cc}>{people(mail.cc)}</Row>
        <Row name={words.sent}>
          {mail.sentAt ? <Moment at={mail.sentAt} always="both" /> : null}
        </Row>
        <Row name={words.suggestion}>
          {view.suggestion ? (
            <Link
              to="/complaints/$complaintId"
              params={{ complaintId: view.suggestion.complaintId }}
              className="text-accent underline"
            >
              {view.suggestion.number}
            </Link>
          ) : null}
        </Row>
      </dl>
      {isPage ? (
        <Page
          mailId={view.id}
          title={mail.subject || words.noSubject}
          hasRemoteImages={mail.hasRemoteImages}
        />
      ) : hasText ? (
        <Passages passages={mail.passages} />
      ) : (
        <p className="text-sub">{words.noText}</p>
      )}
      {mail.html ? (
        <Button
          size="small"
          kind="quiet"
          className="self-start"
          icon={<PanelTop aria-hidden size={15} />}
          onPress={() => setPage(!isPage)}
        >
          {isPage ? words.plain : words.page}
        </Button>
      ) : null}
      <Attachments mailId={view.id} attachments={mail.attachments} />
    </>
  )
}

function Row(props: { name: string; children: ReactNode }) {
  if (!props.children) return null
  return (
    <>
      <dt className="text-sub">{props.name}</dt>
      <dd className="min-w-0 break-words">{props.children}</dd>
    </>
  )
}

function Passages({ passages }: Pick<Understood, 'passages'>) {
  const { words } = useMessages(mailMessages)
  return (
    <div className="flex flex-col gap-2 leading-relaxed">
      {passages.map(({ kind, text }, at) =>
        kind === 'written' ? (
          <p key={`${kind}-${at}`} className="break-words whitespace-pre-wrap">
            {text.trim()}
          </p>
        ) : (
          <details key={`${kind}-${at}`} className="text-sm text-sub">
            <summary className="tap inline-flex min-h-8 cursor-pointer items-center rounded-md px-1 hover:text-ink">
              … {words[kind]}
            </summary>
            <p className="border-s-2 border-line ps-3 break-words whitespace-pre-wrap">
              {text.trim()}
            </p>
          </details>
        ),
      )}
    </div>
  )
}

const icons = {
  archive: FileArchive,
  message: FileText,
  winmail: FileArchive,
  'winmail-broken': FileArchive,
} as const

function Attachments(props: { mailId: string } & Pick<Understood, 'attachments'>) {
  const { words } = useMessages(mailMessages)
  if (props.attachments.length === 0) return null
  return (
    <ul aria-label={words.attachments} className="flex flex-col gap-2">
      {props.attachments.map(({ name, type, size, note, holds }, at) => {
        const Icon = note ? icons[note] : Paperclip
        return (
          <li key={`${name}-${at}`} className="flex gap-2 text-sm">
            <Icon aria-hidden size={16} className="mt-1 shrink-0 text-sub" />
            <div className="min-w-0">
              <a
                href={`/api/intake/mail/${props.mailId}/attachments/${at}`}
                download={name}
                aria-label={words.download({ name })}
                className="break-all text-accent underline"
              >
                {name}
              </a>
              <span className="ms-2 text-xs text-sub">{`${type}・${sizeOf(size)}`}</span>
              {holds.length > 0 ? (
                <p className="text-xs break-words text-sub">{`${words.holds}：${holds.slice(0, 20).join('、')}`}</p>
              ) : null}
              {note === 'winmail' || note === 'winmail-broken' ? (
                <p className="text-xs text-sub">{words.notes[note]}</p>
              ) : null}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
