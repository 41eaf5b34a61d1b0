import { Download, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { call } from '#kit/call.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { saveBlob } from '#kit/save.ts'
import { exportPlaybook, importPlaybook } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'
import { carried } from './carried.ts'
import { ToMend } from './ToMend.tsx'
import { wrongIn } from './wrong-in.ts'

type Mending = { readonly title: string; readonly lines: readonly string[] }

/** The draft as one file, out and in; what is wrong in a file stands there with its line until the next one. */
export function Carrying(props: { language: 'ja' | 'en'; revision: number; mayChange: boolean }) {
  const { words } = useMessages(playbooksMessages)
  const { language, revision } = props
  const file = useRef<HTMLInputElement>(null)
  const [mending, setMending] = useState<Mending | null>(null)
  const command = useCommand(importPlaybook)

  async function take(chosen: File) {
    setMending(null)
    const said = (line: number, sentence: string) =>
      words.inFile({ file: chosen.name, line, sentence })
    const read = carried(await chosen.text())
    if ('trouble' in read) {
      const { line, kind, field } = read.trouble
      const lines = [said(line, words.fileTroubles[kind]({ field }))]
      return setMending({ title: words.fileRefused, lines })
    }
    const body = { ...read.file, basedOn: revision }
    const answered = await command.send({ params: { language }, body })
    if (!answered.ok) {
      const lines = [said(1, answered.refusal.sentence)]
      return setMending({ title: words.fileRefused, lines })
    }
    const wrong = await wrongIn(read.file, read.lineOf)
    const lines = wrong.map(({ fileLine, ...part }) => said(fileLine, words.inPart(part)))
    if (lines.length > 0) return setMending({ title: words.fileToMend, lines })
    showToast({ text: words.imported, tone: 'done' })
    return undefined
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
              if (chosen) void take(chosen)
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
            {words.importIt}
          </Button>
        </>
      ) : null}
      {mending ? <ToMend {...mending} /> : null}
    </>
  )
}

async function save(language: 'ja' | 'en') {
  const answered = await call(exportPlaybook, { params: { language } })
  if (!answered.ok) return showToast({ text: answered.refusal.sentence, tone: 'trouble' })
  const blob = new Blob([JSON.stringify(answered.value, null, 2)], { type: 'application/json' })
  return saveBlob(`uketome-playbook-${language}.json`, blob)
}
