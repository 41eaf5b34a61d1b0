import { FileUp } from 'lucide-react'
import { useId, useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import type { Refused } from '#kit/call.ts'
import { sendFile } from '#kit/files.ts'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { bringFile } from '../../contract.ts'
import { importMessages } from '../../messages.ts'

/** A place for a file; with the keyboard it is a field like any other. */
export function Drop({ onBrought }: { onBrought: (importId: string) => void }) {
  const { words } = useMessages(importMessages)
  const [isOver, setOver] = useState(false)
  const [isReading, setReading] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const id = useId()
  async function bring(file: File | undefined) {
    if (!file || isReading) return
    setReading(true)
    setRefusal(null)
    const query = { id: browserIds.next(), name: file.name.slice(-200) }
    const brought = await sendFile(bringFile, { query }, file)
    setReading(false)
    if (brought.ok) onBrought(brought.value.id)
    else setRefusal(brought.refusal)
  }
  return (
    <div className="flex flex-col gap-3">
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void bring(event.dataTransfer.files[0])
        }}
        className={`flex cursor-pointer flex-col items-center gap-1.5 rounded-xl border-2 border-dashed px-4 py-7 text-center has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${isOver ? 'border-accent bg-accent-bg' : 'border-field-line/60 bg-surface hover:border-accent'}`}
      >
        <FileUp aria-hidden size={30} strokeWidth={1.5} className="text-accent" />
        <span className="font-semibold">{isReading ? words.reading : words.drop}</span>
        <span id={`${id}-hint`} className="text-xs text-sub">
          {words.dropHint}
        </span>
        <input
          id={id}
          type="file"
          aria-label={words.choose}
          aria-describedby={`${id}-hint`}
          aria-busy={isReading}
          accept=".csv,.tsv,.txt,.xlsx,.json,.ndjson,.jsonl"
          className="sr-only"
          onChange={(event) => {
            void bring(event.target.files?.[0])
            // The same file, mended and chosen again, is a new choice.
            event.target.value = ''
          }}
        />
      </label>
      <Refusal refusal={refusal} />
    </div>
  )
}
