import { Building2, Plus } from 'lucide-react'
import { useState } from 'react'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { changeInquirySettings, listDepartments, type Department } from '../contract.ts'
import { departmentsMessages } from '../messages.ts'
import { DepartmentDialog } from './parts/DepartmentDialog.tsx'

/** Whom one can ask, and where the links in their mails lead. */
export default function Departments() {
  const { words } = useMessages(departmentsMessages)
  const answer = useAnswer(listDepartments, {}, { live: true })
  const [edited, setEdited] = useState<Department | 'new' | null>(null)
  const again = () => (answer.state === 'ready' ? answer.again() : undefined)
  return (
    <div className="flex flex-col gap-5">
      <p className="max-w-prose text-sm text-sub">{words.lead}</p>
      <Answering answer={answer}>
        {({ departments, settings }) => (
          <>
            <Links key={settings.deskUrl} {...settings} />
            <Button
              className="self-start"
              icon={<Plus aria-hidden size={16} />}
              onPress={() => setEdited('new')}
            >
              {words.add}
            </Button>
            {departments.length === 0 ? (
              <EmptyState icon={Building2} title={words.none} />
            ) : (
              <ul className="card divide-y divide-line-soft">
                {departments.map((each) => (
                  <Line key={each.id} one={each} onEdit={() => setEdited(each)} />
                ))}
              </ul>
            )}
          </>
        )}
      </Answering>
      {edited ? (
        <DepartmentDialog
          department={edited === 'new' ? null : edited}
          onClose={() => {
            setEdited(null)
            again()
          }}
        />
      ) : null}
    </div>
  )
}

function Line({ one, onEdit }: { one: Department; onEdit: () => void }) {
  const { words } = useMessages(departmentsMessages)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-sm">
      <div className="min-w-48 flex-1">
        <p className="flex items-center gap-2 font-semibold">
          {one.name}
          {one.isOn ? null : <Badge tone="gray">{words.off}</Badge>}
        </p>
        <p className="text-sub wrap-anywhere">{one.address}</p>
        <p className="text-xs text-sub">
          {words.usual({ days: one.usualDays })}（{words.hours(one)}）
          {one.people.length > 0 ? `　${one.people.join('、')}` : ''}
        </p>
      </div>
      <Button size="small" label={words.edit({ name: one.name })} onPress={onEdit}>
        {words.edit({ name: one.name })}
      </Button>
    </li>
  )
}

/** On the first day it is the address this very page was opened by. */
function Links(props: { deskUrl: string; linkDays: number }) {
  const { words } = useMessages(departmentsMessages)
  const [url, setUrl] = useState(props.deskUrl || location.origin)
  const [days, setDays] = useState(String(props.linkDays))
  const command = useCommand(changeInquirySettings)
  async function save() {
    const answered = await command.send({ body: { deskUrl: url, linkDays: Number(days) || 14 } })
    if (answered.ok) showToast({ text: words.savedUrl, tone: 'done' })
  }
  return (
    <div className="card flex flex-col gap-4 p-5">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_14rem]">
        <TextField
          label={words.url}
          hint={words.urlHint}
          type="url"
          value={url}
          onChange={setUrl}
        />
        <TextField label={words.days} type="number" value={days} onChange={setDays} />
      </div>
      <Refusal refusal={command.refusal} />
      <Button
        size="small"
        className="self-start"
        isDisabled={url === props.deskUrl && days === String(props.linkDays)}
        isBusy={command.isSending}
        onPress={() => void save()}
      >
        {words.saveUrl}
      </Button>
    </div>
  )
}
