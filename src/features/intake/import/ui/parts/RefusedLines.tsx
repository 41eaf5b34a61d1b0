import { FileDown } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import type { Refused } from '#kit/call.ts'
import { keepFile } from '#kit/files.ts'
import { useMessages } from '#kit/language.tsx'
import { downloadRefused, type ImportDetail } from '../../contract.ts'
import { importMessages } from '../../messages.ts'

/** What could not be taken, to be mended in the program that people know. */
export function RefusedLines({ run }: { run: ImportDetail }) {
  const { words } = useMessages(importMessages)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const count = run.counts.refused
  if (count === 0) return null
  async function keep(as: 'csv' | 'csv-cp932' | 'xlsx') {
    const kept = await keepFile(downloadRefused, { params: { importId: run.id }, query: { as } })
    setRefusal(kept.ok ? null : kept.refusal)
  }
  const ways = [
    { as: 'xlsx', name: words.asXlsx },
    { as: 'csv-cp932', name: words.asCp932 },
    { as: 'csv', name: words.asCsv },
  ] as const
  return (
    <div className="flex flex-col gap-2 rounded-xl bg-red-bg/60 px-4 py-3">
      <p className="text-sm">{words.refusedLead({ count })}</p>
      <div className="flex flex-wrap gap-2">
        {ways.map(({ as, name }) => (
          <Button
            key={as}
            size="small"
            icon={<FileDown aria-hidden size={15} />}
            onPress={() => void keep(as)}
          >
            {name}
          </Button>
        ))}
      </div>
      <Refusal refusal={refusal} />
    </div>
  )
}
