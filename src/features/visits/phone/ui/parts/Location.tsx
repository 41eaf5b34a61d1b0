import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { call, type Refused } from '#kit/call.ts'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import { agreeToLocation } from '../../../pins/contract.ts'
import { pinsMessages } from '../../../pins/messages.ts'
import type { Mine } from '../../contract.ts'
import { askForPosition } from './device.ts'

/** Both have to agree; the phone asks its own question now, not out there. */
export function Location({ location, again }: { location: Mine['location']; again: () => void }) {
  const { words } = useMessages(pinsMessages)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  async function agree(isGiven: boolean) {
    const answered = await call(agreeToLocation, { body: { isGiven } })
    setRefusal(answered.ok ? null : answered.refusal)
    again()
    if (answered.ok && isGiven) await askForPosition()
  }
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg">{words.location}</h2>
      <p>{location.companyAllows ? words.locationLead : words.locationOff}</p>
      {location.companyAllows ? (
        <Checkbox isChosen={location.isGiven} onChange={(isGiven) => void agree(isGiven)}>
          {words.locationAgree}
        </Checkbox>
      ) : null}
      <Refusal refusal={refusal} />
    </section>
  )
}
