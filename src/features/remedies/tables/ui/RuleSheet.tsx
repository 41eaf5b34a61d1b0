import { ScrollText } from 'lucide-react'
import { remediesMessages } from '#features/remedies/messages.ts'
import { readTable } from '#features/remedies/tables/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { DraftDesk } from './parts/DraftDesk.tsx'
import { TableReading } from './parts/TableReading.tsx'

/** R1: the company's decision table: written like a spreadsheet, tried on the past, published by a named person. */
export function RuleSheet({ mayChange, ownName }: { mayChange: boolean; ownName: string }) {
  const { words } = useMessages(remediesMessages)
  const table = useAnswer(readTable, {}, { live: true })
  return (
    <Answering answer={table}>
      {(value) => {
        const key = value.version?.number ?? 0
        if (mayChange) return <DraftDesk key={key} table={value} ownName={ownName} />
        if (value.rules.length > 0) return <TableReading key={key} table={value} />
        return (
          <EmptyState icon={ScrollText} title={words.none}>
            {words.noneDetail}
          </EmptyState>
        )
      }}
    </Answering>
  )
}
