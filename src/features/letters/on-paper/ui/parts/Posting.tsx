import { Send, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { isSend } from '#kit/keys.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { calendarDay, dayKey } from '#kit/time.ts'
import { postedHow, type PostedHow } from '../../../contract.ts'
import { postPaper, withdrawPosting, type Paper } from '../../../typesetting/contract.ts'
import { onPaperMessages } from '../../messages.ts'

/** Whether it has gone: said by a person, with the day and how. */
export function Posting({ paper }: { paper: Paper }) {
  const { words } = useMessages(onPaperMessages)
  const [isOpen, setOpen] = useState(false)
  if (paper.kind === 'accident-report') return null
  if (paper.posting) return <Posted paper={paper} posting={paper.posting} />
  if (isOpen) return <Form paper={paper} onClose={() => setOpen(false)} />
  return (
    <div>
      <Button
        size="small"
        icon={<Send aria-hidden size={14} />}
        label={words.postedOf({ subject: paper.subject })}
        onPress={() => setOpen(true)}
      >
        {words.posted}
      </Button>
    </div>
  )
}

function Posted({ paper, posting }: { paper: Paper; posting: NonNullable<Paper['posting']> }) {
  const { words } = useMessages(onPaperMessages)
  const language = useLanguage()
  const now = useNow()
  const withdraw = useCommand(withdrawPosting)
  const day = calendarDay(`${posting.on}T00:00:00+09:00`, now, language)
  return (
    <>
      <p className="text-sm text-green">
        {words.posted}：{words.wasPosted({ day, how: words.ways[posting.how], by: posting.byName })}
        {posting.tracking === '' ? '' : `　${words.trackingIs({ tracking: posting.tracking })}`}
      </p>
      <Refusal refusal={withdraw.refusal} />
      <div>
        <Button
          size="small"
          kind="quiet"
          icon={<Undo2 aria-hidden size={14} />}
          isBusy={withdraw.isSending}
          onPress={() => void withdraw.send({ params: { paperId: paper.id }, body: {} })}
        >
          {words.took}
        </Button>
      </div>
    </>
  )
}

function Form({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const { words } = useMessages(onPaperMessages)
  const now = useNow()
  const [on, setOn] = useState(dayKey(now))
  const [how, setHow] = useState<PostedHow>('ordinary')
  const [tracking, setTracking] = useState('')
  const command = useCommand(postPaper)
  async function record() {
    if (command.isSending || on === '') return
    const params = { paperId: paper.id }
    const answered = await command.send({ params, body: { on, how, tracking } })
    if (answered.ok) onClose()
  }
  return (
    <div
      role="group"
      aria-label={words.posted}
      onKeyDown={(event) => {
        if (!isSend(event.nativeEvent)) return
        event.preventDefault()
        event.stopPropagation()
        void record()
      }}
      className="flex flex-col gap-2"
    >
      <DayField label={words.postedOn} value={on} onChange={setOn} />
      <Select
        label={words.how}
        choices={postedHow.options.map((id) => ({ id, name: words.ways[id] }))}
        value={how}
        onChange={setHow}
      />
      <TextField label={words.tracking} value={tracking} maxLength={40} onChange={setTracking} />
      <Refusal refusal={command.refusal} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={onClose}>
          {words.notYet}
        </Button>
        <Button
          size="small"
          kind="primary"
          isBusy={command.isSending}
          onPress={() => void record()}
        >
          {words.record}
        </Button>
      </div>
    </div>
  )
}
