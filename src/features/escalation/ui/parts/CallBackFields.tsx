import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { routingMessages } from '../../routing/messages.ts'
import type { Window } from './asking.ts'

/** When the customer can take the call; filled in, it is a promise. */
export function CallBackFields(props: { window: Window; onChange: (window: Window) => void }) {
  const { callBack } = useMessages(routingMessages).words
  const { window: asked, onChange } = props
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="text-sm font-medium">{callBack.title}</legend>
      <p className="text-sm text-sub">{callBack.lead}</p>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        <TextField
          label={callBack.on}
          type="date"
          value={asked.on}
          onChange={(on) => onChange({ ...asked, on })}
        />
        <TextField
          label={callBack.from}
          type="time"
          value={asked.from}
          onChange={(from) => onChange({ ...asked, from })}
        />
        <TextField
          label={callBack.until}
          type="time"
          value={asked.until}
          onChange={(until) => onChange({ ...asked, until })}
        />
        <TextField
          label={callBack.phone}
          type="tel"
          value={asked.phone}
          onChange={(phone) => onChange({ ...asked, phone })}
        />
      </div>
    </fieldset>
  )
}
