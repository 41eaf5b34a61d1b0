import { Copy, SearchCheck, Trash2 } from 'lucide-react'
import {
  checkSigningKey,
  dropSigningKey,
  useSigningKey as switchSigningKey,
  type SigningKey,
} from '#features/letters/signing/contract.ts'
import { signingMessages } from '#features/letters/signing/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { copy } from '#kit/clipboard.ts'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'

/** One key: its record to publish, whether DNS has it, and whether it signs. */
export function KeyCard({ signingKey, mayChange }: { signingKey: SigningKey; mayChange: boolean }) {
  const { words } = useMessages(signingMessages)
  const language = useLanguage()
  const now = useNow()
  const { isOn, host, record, madeAt, madeByName: by } = signingKey
  return (
    <article
      aria-label={host}
      className="flex flex-col gap-3 rounded-xl border border-line bg-surface px-4 py-3"
    >
      <p className="flex flex-wrap items-center gap-2 text-xs text-sub">
        <Badge tone={isOn ? 'green' : 'gray'}>{isOn ? words.signing : words.notSigning}</Badge>
        {words.made({ at: dayAndTime(madeAt, now, language), by })}
      </p>
      <Copied label={words.host} text={host} button={words.copyHost} />
      <Copied label={words.record} text={record} button={words.copyRecord} />
      <Checked signingKey={signingKey} />
      {mayChange ? <Ways signingKey={signingKey} /> : null}
    </article>
  )
}

function Copied({ label, text, button }: { label: string; text: string; button: string }) {
  const { words } = useMessages(signingMessages)
  const toClipboard = async () => {
    const isDone = await copy(text)
    showToast(isDone ? { text: words.copied, tone: 'done' } : { text: words.notCopied })
  }
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-xs text-sub">{label}</span>
        <Button
          size="small"
          kind="quiet"
          icon={<Copy aria-hidden size={14} />}
          onPress={() => void toClipboard()}
        >
          {button}
        </Button>
      </div>
      <code className="rounded-lg bg-gray-bg px-3 py-2 text-xs break-all select-all">{text}</code>
    </div>
  )
}

const tones = {
  published: 'text-green',
  absent: 'text-orange',
  different: 'text-red',
  unreachable: 'text-orange',
} as const

function Checked({ signingKey: { outcome, checkedAt, found } }: { signingKey: SigningKey }) {
  const { words } = useMessages(signingMessages)
  const language = useLanguage()
  const now = useNow()
  if (!outcome || !checkedAt) return <p className="text-sm text-sub">{words.unchecked}</p>
  const at = dayAndTime(checkedAt, now, language)
  return (
    <div role="status" className="flex flex-col gap-1">
      <p className={`text-sm ${tones[outcome]}`}>{words.outcomes[outcome]({ at })}</p>
      {found ? (
        <p className="text-xs break-all text-sub">
          {words.found}：{found}
        </p>
      ) : null}
    </div>
  )
}

function Ways({ signingKey: { id: keyId, isOn, host } }: { signingKey: SigningKey }) {
  const { words } = useMessages(signingMessages)
  const check = useCommand(checkSigningKey)
  const turn = useCommand(switchSigningKey)
  const drop = useCommand(dropSigningKey)
  const params = { keyId }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          icon={<SearchCheck aria-hidden size={15} />}
          isBusy={check.isSending}
          onPress={() => void check.send({ params, body: {} })}
        >
          {words.check}
        </Button>
        <Button
          size="small"
          kind={isOn ? 'secondary' : 'primary'}
          isBusy={turn.isSending}
          onPress={() => void turn.send({ params, body: { isOn: !isOn } })}
        >
          {isOn ? words.stop : words.start}
        </Button>
        {isOn ? null : (
          <Button
            size="small"
            kind="quiet"
            label={words.dropNamed({ host })}
            icon={<Trash2 aria-hidden size={15} />}
            isBusy={drop.isSending}
            onPress={() => void drop.send({ params })}
          >
            {words.drop}
          </Button>
        )}
      </div>
      <Refusal refusal={check.refusal ?? turn.refusal ?? drop.refusal} />
    </>
  )
}
