import { useState } from 'react'
import { uploadsPath } from '#features/complaints/evidence/contract.ts'
import { registerPaper } from '#features/intake/paper/contract.ts'
import { paperMessages } from '#features/intake/paper/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { useUploads } from '#kit/uploads.ts'
import { Scans } from './parts/Scans.tsx'
import { Whose, type Told } from './parts/Whose.tsx'

type Channel = 'letter' | 'counter'

/** The paper at the left, what it says at the right; scans go to where the words will be. */
export function PaperDesk({ onDone }: { onDone: (complaintId: string) => void }) {
  const { words } = useMessages(paperMessages)
  const today = dayKey(useNow())
  const [id] = useState(() => browserIds.next())
  const [channel, setChannel] = useState<Channel>('letter')
  const [receivedOn, setReceivedOn] = useState(today)
  const [broughtBy, setBroughtBy] = useState('')
  const [text, setText] = useState('')
  const [told, setTold] = useState<Told>({ complaintId: null, customer: {} })
  const [scans, setScans] = useState<readonly File[]>([])
  const { uploads, queue } = useUploads(uploadsPath, null)
  const command = useCommand(registerPaper)
  const { complaintId, customer } = told
  const isComing = uploads.some(({ state }) => state === 'sending' || state === 'waiting')

  async function register() {
    const paper = { id, channel, receivedOn, broughtBy, words: text, customer }
    const into = complaintId ? { complaintId, id: browserIds.next() } : {}
    const answered = await command.send({ body: { ...paper, ...into } })
    if (answered.ok) onDone(answered.value.complaintId)
  }
  const send = () => void register()
  return (
    <form
      noValidate
      onSubmit={(event) => event.preventDefault()}
      className="mx-auto grid max-w-7xl gap-6 p-4 sm:p-6 lg:grid-cols-2"
    >
      <p className="text-sm text-sub lg:col-span-2">{words.lead}</p>
      <Scans
        scans={scans}
        uploads={uploads}
        queue={queue}
        onFiles={(files) => {
          setScans([...scans, ...files])
          queue.add(complaintId ?? id, files)
        }}
      />
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Choices
            label={words.channel}
            choices={(['letter', 'counter'] as const).map((each) => ({
              id: each,
              name: words.channels[each],
            }))}
            value={channel}
            onChange={setChannel}
          />
          <DayField
            label={channel === 'letter' ? words.receivedOn : words.cameOn}
            value={receivedOn}
            onChange={setReceivedOn}
          />
        </div>
        <TextField
          label={words.broughtBy}
          placeholder={words.broughtByHint}
          value={broughtBy}
          onChange={setBroughtBy}
          onSend={send}
        />
        <TextArea
          label={words.words}
          hint={words.wordsHint}
          value={text}
          onChange={setText}
          onSend={send}
          rows={8}
          isRequired
        />
        <Whose told={told} hasScans={scans.length > 0} onChange={setTold} onSend={send} />
        <Refusal refusal={command.refusal} />
        <Button
          kind="primary"
          size="large"
          keys="mod+enter"
          keysInFields
          onPress={send}
          isBusy={command.isSending || isComing}
        >
          {complaintId ? words.add : words.register}
        </Button>
      </div>
    </form>
  )
}
