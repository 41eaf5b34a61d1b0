import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { call, type Refused } from '#kit/call.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { setPins, tryPin } from '../../../pins/contract.ts'
import { pinsMessages } from '../../../pins/messages.ts'
import type { Mine } from '../../contract.ts'

const fresh = { pin: '', duressPin: '', current: '' }
const big = 'min-h-16! rounded-xl! text-lg!'

/** Chosen and practised at the office; never out there. */
export function Pins({ pin, again }: { pin: Mine['pin']; again: () => void }) {
  const { words } = useMessages(pinsMessages)
  const [isOpen, setOpen] = useState(false)
  const [isSaved, setSaved] = useState(false)
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg">{words.title}</h2>
      <p>{words.lead}</p>
      <p className={pin.isSet ? 'text-green' : 'font-semibold text-orange'}>
        {pin.isSet ? words.isSet : words.isMissing}
      </p>
      {isSaved ? <p role="status">{words.saved}</p> : null}
      {isOpen ? (
        <Choose
          isFirst={!pin.isSet}
          close={() => setOpen(false)}
          onSaved={() => {
            setOpen(false)
            setSaved(true)
            again()
          }}
        />
      ) : (
        <Button className={big} onPress={() => setOpen(true)}>
          {pin.isSet ? words.change : words.choose}
        </Button>
      )}
      {pin.isSet && !isOpen ? <Practise /> : null}
    </section>
  )
}

function Choose(props: { isFirst: boolean; close: () => void; onSaved: () => void }) {
  const { words } = useMessages(pinsMessages)
  const [typed, setTyped] = useState(fresh)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  async function save() {
    const { pin, duressPin, current } = typed
    const body = { pin, duressPin, ...(props.isFirst ? {} : { current }) }
    const answered = await call(setPins, { body })
    if (answered.ok) props.onSaved()
    else setRefusal(answered.refusal)
  }
  const field = (name: keyof typeof fresh, label: string, hint?: string) => (
    <Digits
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={typed[name]}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
    />
  )
  return (
    <div className="flex flex-col gap-3">
      {props.isFirst ? null : field('current', words.current)}
      {field('pin', words.pin, words.pinHint)}
      {field('duressPin', words.duressPin, words.duressHint)}
      <Refusal refusal={refusal} />
      <Button kind="primary" className={big} onPress={() => void save()}>
        {words.save}
      </Button>
      <Button kind="quiet" className={big} onPress={props.close}>
        {words.cancel}
      </Button>
    </div>
  )
}

function Practise() {
  const { words } = useMessages(pinsMessages)
  const [typed, setTyped] = useState('')
  const [told, setTold] = useState<'pin' | 'duress' | 'neither' | null>(null)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  async function attempt() {
    const answered = await call(tryPin, { body: { pin: typed } })
    setRefusal(answered.ok ? null : answered.refusal)
    setTold(answered.ok ? answered.value.is : null)
    setTyped('')
  }
  return (
    <div className="flex flex-col gap-2">
      <Digits label={words.practise} hint={words.practiseHint} value={typed} onChange={setTyped} />
      <Button className={big} isDisabled={typed.length < 4} onPress={() => void attempt()}>
        {words.practise}
      </Button>
      <p role="status">{told ? words.tried[told] : ''}</p>
      <Refusal refusal={refusal} />
    </div>
  )
}

/** Full-width digits are digits, too. */
function Digits(props: {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
}) {
  return (
    <TextField
      {...props}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      onChange={(value) => props.onChange(value.normalize('NFKC').replaceAll(/\D/g, ''))}
      className="h-16 text-2xl"
    />
  )
}
