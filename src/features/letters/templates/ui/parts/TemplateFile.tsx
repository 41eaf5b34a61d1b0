import { Download, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { keepFile } from '#kit/files.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { exportTemplates, importTemplates, type FileLine } from '../../contract.ts'
import { templatesMessages } from '../../messages.ts'

type Tried = { readonly text: string; readonly lines: readonly FileLine[] }

/** All templates as one file, out and in; what a file would change is shown before anything changes. */
export function TemplateFile({ mayChange }: { mayChange: boolean }) {
  const { words } = useMessages(templatesMessages)
  const file = useRef<HTMLInputElement>(null)
  const [tried, setTried] = useState<Tried | null>(null)
  const command = useCommand(importTemplates)

  async function keep() {
    const answered = await keepFile(exportTemplates, {})
    if (!answered.ok) showToast({ text: answered.refusal.sentence, tone: 'trouble' })
  }
  async function look(chosen: File) {
    const text = await chosen.text()
    const answered = await command.send({ body: { text, isTrial: true } })
    if (answered.ok) setTried({ text, lines: answered.value.lines })
  }
  async function take(text: string) {
    const answered = await command.send({ body: { text, isTrial: false } })
    if (!answered.ok) return
    if (!answered.value.isTaken) return setTried({ text, lines: answered.value.lines })
    setTried(null)
    showToast({ text: words.taken, tone: 'done' })
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        kind="quiet"
        size="small"
        icon={<Download aria-hidden size={15} />}
        onPress={() => void keep()}
      >
        {words.export}
      </Button>
      {mayChange ? (
        <>
          <input
            ref={file}
            type="file"
            accept=".yaml,.yml"
            aria-label={words.import}
            hidden
            onChange={(event) => {
              const [chosen] = event.target.files ?? []
              if (chosen) void look(chosen)
              event.target.value = ''
            }}
          />
          <Button
            kind="quiet"
            size="small"
            icon={<Upload aria-hidden size={15} />}
            isBusy={command.isSending}
            onPress={() => file.current?.click()}
          >
            {words.import}
          </Button>
        </>
      ) : null}
      {tried ? null : <Refusal refusal={command.refusal} />}
      {tried ? (
        <Trial
          tried={tried}
          command={command}
          onTake={() => void take(tried.text)}
          onClose={() => setTried(null)}
        />
      ) : null}
    </div>
  )
}

type Trying = {
  readonly tried: Tried
  readonly command: Pick<ReturnType<typeof useCommand>, 'isSending' | 'refusal'>
  readonly onTake: () => void
  readonly onClose: () => void
}

function Trial({ tried: { lines }, command, onTake, onClose }: Trying) {
  const { words } = useMessages(templatesMessages)
  const isWhole = lines.every(({ what }) => what !== 'trouble')
  const count = lines.filter(({ what }) => what === 'new' || what === 'changed').length
  const may = isWhole && count > 0
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.importing}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          {may ? (
            <Button kind="primary" keys="mod+enter" isBusy={command.isSending} onPress={onTake}>
              {words.take({ count })}
            </Button>
          ) : null}
        </>
      }
    >
      <p className="text-sm">
        {may ? words.importLead : isWhole ? words.nothingToTake : words.mendFirst}
      </p>
      <ul className="mt-3 flex flex-col gap-1.5 text-sm">
        {lines.map((each) => (
          <Line key={`${each.line}/${each.name}`} line={each} />
        ))}
      </ul>
      <Refusal refusal={command.refusal} />
    </Dialog>
  )
}

const tones = { new: 'green', changed: 'blue', same: 'gray', trouble: 'red' } as const

function Line({ line }: { line: FileLine }) {
  const { words } = useMessages(templatesMessages)
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <Badge tone={tones[line.what]}>{words.what[line.what]}</Badge>
      <span className="font-medium">{line.name}</span>
      <span data-figures className="text-xs text-sub">
        {words.atLine({ line: line.line })}
      </span>
      {line.trouble ? (
        <span className="basis-full">{words.trouble[line.trouble](line)}</span>
      ) : null}
    </li>
  )
}
