import { ArrowLeft, FileUp } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { Answering } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { listImports, readImport } from '../contract.ts'
import { importMessages } from '../messages.ts'
import { Drop } from './parts/Drop.tsx'
import { Run } from './parts/Run.tsx'
import { RunLine } from './parts/RunLine.tsx'

/** Complaints from elsewhere: bring a file, say what its columns are, check, take, mend what could not be taken. */
export function Imports() {
  const { words } = useMessages(importMessages)
  const [importId, setImportId] = useState<string | null>(null)
  if (importId === null) return <All onOpen={setImportId} />
  return (
    <div className="flex flex-col gap-5">
      <div>
        <Button
          kind="quiet"
          size="small"
          icon={<ArrowLeft aria-hidden size={16} />}
          onPress={() => setImportId(null)}
        >
          {words.back}
        </Button>
      </div>
      <One key={importId} importId={importId} onBrought={setImportId} />
    </div>
  )
}

function All({ onOpen }: { onOpen: (importId: string) => void }) {
  const { words } = useMessages(importMessages)
  const runs = useAnswer(listImports, {}, { live: true })
  return (
    <div className="flex flex-col gap-6">
      <p className="text-sm text-sub">{words.lead}</p>
      <Drop onBrought={onOpen} />
      <Section title={words.runs}>
        <Answering answer={runs}>
          {({ imports }) =>
            imports.length === 0 ? (
              <EmptyState icon={FileUp} title={words.noRuns} />
            ) : (
              <ul className="flex flex-col divide-y divide-line-soft rounded-xl border border-line-soft bg-surface">
                {imports.map((run) => (
                  <RunLine key={run.id} run={run} onOpen={() => onOpen(run.id)} />
                ))}
              </ul>
            )
          }
        </Answering>
      </Section>
    </div>
  )
}

function One({ importId, onBrought }: { importId: string; onBrought: (id: string) => void }) {
  const run = useAnswer(readImport, { params: { importId } }, { live: true })
  return <Answering answer={run}>{(value) => <Run run={value} onBrought={onBrought} />}</Answering>
}
