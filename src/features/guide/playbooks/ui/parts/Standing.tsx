import { Download, FlaskConical, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { call } from '#kit/call.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import { exportPlaybook, importPlaybook, type Workbench } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'
import { PublishDialog } from './PublishDialog.tsx'

/** What is published, whether the draft says something else, and what to do with it. */
export function Standing(props: {
  workbench: Workbench
  language: 'ja' | 'en'
  mayChange: boolean
}) {
  const { words } = useMessages(playbooksMessages)
  const { workbench, language, mayChange } = props
  const { edition, publishedByName: name, publishedAt } = workbench
  const [isTrying, setTrying] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-surface px-4 py-2.5 text-sm">
      <p className="flex min-w-52 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
        {edition === 0 ? words.asShipped : words.publishedBy({ edition, name })}
        {publishedAt ? <Moment at={publishedAt} className="text-sub" /> : null}
        {workbench.isChanged ? <Badge tone="orange">{words.draftChanged}</Badge> : null}
      </p>
      <Carrying language={language} revision={workbench.revision} mayChange={mayChange} />
      <Button
        kind="primary"
        keys="alt+t"
        keysInFields
        icon={<FlaskConical aria-hidden size={16} />}
        onPress={() => setTrying(true)}
      >
        {words.tryIt}
      </Button>
      {isTrying ? (
        <PublishDialog
          language={language}
          mayPublish={mayChange && workbench.isChanged}
          onClose={() => setTrying(false)}
        />
      ) : null}
    </div>
  )
}

/** The draft as one file, out and in. */
function Carrying(props: { language: 'ja' | 'en'; revision: number; mayChange: boolean }) {
  const { words } = useMessages(playbooksMessages)
  const { language, revision } = props
  const file = useRef<HTMLInputElement>(null)
  const command = useCommand(importPlaybook)
  async function take(chosen: File | undefined) {
    const given = chosen ? understood(await chosen.text()) : null
    if (!given) return showToast({ text: words.notAFile, tone: 'trouble' })
    const body = { ...given, basedOn: revision }
    const answered = await command.send({ params: { language }, body })
    const text = answered.ok ? words.imported : answered.refusal.sentence
    return showToast({ text, tone: answered.ok ? 'done' : 'trouble' })
  }
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        icon={<Download aria-hidden size={15} />}
        onPress={() => void save(language)}
      >
        {words.exportIt}
      </Button>
      {props.mayChange ? (
        <>
          <input
            ref={file}
            type="file"
            accept=".json,application/json"
            aria-label={words.importIt}
            hidden
            onChange={(event) => {
              const [chosen] = event.target.files ?? []
              void take(chosen)
              event.target.value = ''
            }}
          />
          <Button
            kind="quiet"
            size="small"
            icon={<Upload aria-hidden size={15} />}
            onPress={() => file.current?.click()}
          >
            {words.importIt}
          </Button>
        </>
      ) : null}
    </>
  )
}

function understood(text: string) {
  try {
    const { body } = importPlaybook
    const read = body?.safeParse({ ...JSON.parse(text), basedOn: 0 })
    return read?.success ? read.data : null
  } catch {
    return null
  }
}

async function save(language: 'ja' | 'en') {
  const answered = await call(exportPlaybook, { params: { language } })
  if (!answered.ok) return showToast({ text: answered.refusal.sentence, tone: 'trouble' })
  const blob = new Blob([JSON.stringify(answered.value, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `uketome-playbook-${language}.json`
  link.click()
  URL.revokeObjectURL(link.href)
  return undefined
}
