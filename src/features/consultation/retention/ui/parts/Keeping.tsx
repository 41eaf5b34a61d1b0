import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { writtenDay } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import type { CaseFile } from '../../../cases/contract.ts'
import { eraseCase, holdCase, releaseCase } from '../../contract.ts'
import { retentionMessages } from '../../messages.ts'

type Part = { readonly file: CaseFile; readonly again: () => void }

/** Until when this consultation is kept, and what can be done about it. */
export function Keeping({ file, again, leave }: Part & { leave: () => void }) {
  const { words } = useMessages(retentionMessages)
  const [asked, setAsked] = useState<'erase' | 'hold' | null>(null)
  const release = useCommand(releaseCase)
  const params = { caseId: file.caseId }
  const { isHeld, isDueFor } = file.keeping
  async function end() {
    if ((await release.send({ params })).ok) again()
  }
  return (
    <Section title={words.keeping}>
      <Standing file={file} />
      <Refusal refusal={release.refusal} />
      <div className="flex flex-wrap gap-2">
        {isHeld ? (
          <Button isBusy={release.isSending} onPress={() => void end()}>
            {words.release}
          </Button>
        ) : (
          <Button onPress={() => setAsked('hold')}>{words.hold}</Button>
        )}
        {isDueFor ? (
          <Button kind="danger" onPress={() => setAsked('erase')}>
            {words.erase}
          </Button>
        ) : null}
      </div>
      {asked === 'hold' ? <Hold file={file} again={again} onClose={() => setAsked(null)} /> : null}
      {asked === 'erase' ? (
        <Erase caseId={file.caseId} leave={leave} onClose={() => setAsked(null)} />
      ) : null}
    </Section>
  )
}

function Standing({ file: { keeping, hold } }: { file: CaseFile }) {
  const { words } = useMessages(retentionMessages)
  const language = useLanguage()
  const now = useNow()
  const { wishedOn, until, isDueFor, isHeld } = keeping
  const written = (day: string) => writtenDay(day, now, language)
  return (
    <div className="flex flex-col gap-1 text-sm">
      {wishedOn ? <p>{words.wished({ day: written(wishedOn) })}</p> : null}
      {hold ? (
        <p>
          {words.held({ name: hold.byName, day: written(hold.since) })}
          <br />
          <span className="wrap-anywhere whitespace-pre-wrap text-sub">{hold.reason}</span>
        </p>
      ) : isDueFor === 'period' ? (
        <p>{words.due}</p>
      ) : until ? (
        <p className="text-sub">{words.until({ day: written(until) })}</p>
      ) : (
        <p className="text-sub">{words.open}</p>
      )}
      {isHeld ? <Badge tone="blue">{words.badges.held}</Badge> : null}
    </div>
  )
}

function Hold({ file, again, onClose }: Part & { onClose: () => void }) {
  const { words } = useMessages(retentionMessages)
  const [reason, setReason] = useState('')
  const hold = useCommand(holdCase)
  async function send() {
    if (reason.trim() === '' || hold.isSending) return
    const held = await hold.send({ params: { caseId: file.caseId }, body: { reason } })
    if (!held.ok) return
    onClose()
    again()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.holdTitle}
      keepsOpen={reason !== ''}
      actions={
        <SendButtons
          label={words.holdNow}
          onSend={() => void send()}
          onClose={onClose}
          isBusy={hold.isSending}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm text-sub">{words.holdLead}</p>
        <TextArea
          label={words.holdReason}
          value={reason}
          onChange={setReason}
          onSend={() => void send()}
        />
        <Refusal refusal={hold.refusal} />
      </div>
    </Dialog>
  )
}

function Erase(props: { caseId: string; leave: () => void; onClose: () => void }) {
  const { words } = useMessages(retentionMessages)
  const erase = useCommand(eraseCase)
  async function run() {
    if (!(await erase.send({ params: { caseId: props.caseId } })).ok) return
    showToast({ text: words.erased, tone: 'done' })
    props.leave()
  }
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.eraseTitle}
      actions={
        <>
          <Button onPress={props.onClose}>{words.not}</Button>
          <Button kind="danger" isBusy={erase.isSending} onPress={() => void run()}>
            {words.eraseNow}
          </Button>
        </>
      }
    >
      <p className="text-sm">{words.eraseLead}</p>
      <Refusal refusal={erase.refusal} />
    </Dialog>
  )
}
