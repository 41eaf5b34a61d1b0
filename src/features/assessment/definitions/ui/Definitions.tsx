import { ScanSearch, TriangleAlert } from 'lucide-react'
import { Suspense, useState } from 'react'
import { listDefinitions, type HeldDefinition } from '#features/assessment/definitions/contract.ts'
import { definitionsMessages } from '#features/assessment/definitions/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { AssessWithin } from './parts/AssessWithin.tsx'

const DefinitionDialog = later(() => import('./parts/DefinitionDialog.tsx'))

/** The kinds of statutory clocks: counted how, by which law, and when somebody last looked. */
export function Definitions({ mayChange }: { mayChange: boolean }) {
  const { words } = useMessages(definitionsMessages)
  const answer = useAnswer(listDefinitions, {}, { live: true })
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <>
      <p className="text-sm text-sub">{words.lead}</p>
      <p className="mb-4 text-sm font-semibold">{words.notAdvice}</p>
      <Answering answer={answer}>
        {({ definitions, problems, assessWithin }) => (
          <div className="flex flex-col gap-6">
            <Problems problems={problems} />
            <ul className="card divide-y divide-line-soft overflow-hidden">
              {definitions.toSorted(dueFirst).map((held) => (
                <Line
                  key={held.definition.code}
                  held={held}
                  onOpen={() => setOpened(held.definition.code)}
                />
              ))}
            </ul>
            <AssessWithin minutes={assessWithin} mayChange={mayChange} />
          </div>
        )}
      </Answering>
      <Suspense>
        {opened ? (
          <DefinitionDialog code={opened} mayChange={mayChange} onClose={() => setOpened(null)} />
        ) : null}
      </Suspense>
    </>
  )
}

/** What wants to be looked at stands first, what is not used last. */
function dueFirst(a: HeldDefinition, b: HeldDefinition): number {
  const weight = ({ isCheckDue, isResting }: HeldDefinition) => (isResting ? 2 : isCheckDue ? 0 : 1)
  return weight(a) - weight(b)
}

function Problems({ problems }: { problems: readonly string[] }) {
  const { words } = useMessages(definitionsMessages)
  if (problems.length === 0) return null
  return (
    <div role="alert" className="rounded-lg bg-red-bg px-4 py-2.5 text-sm text-red">
      <p className="flex items-center gap-2 font-semibold">
        <TriangleAlert aria-hidden size={16} />
        {words.problems}
      </p>
      <ul className="mt-1">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  )
}

function Line({ held, onOpen }: { held: HeldDefinition; onOpen: () => void }) {
  const { words } = useMessages(definitionsMessages)
  const language = useLanguage()
  const { definition, isCheckDue, isOwn, isResting, changed, coming } = held
  const name = definition.name[language]
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
      <div className={`min-w-56 flex-1 ${isResting ? 'text-sub' : ''}`}>
        <p className="flex flex-wrap items-center gap-x-2 text-sm font-semibold">
          {name}
          {isCheckDue ? <Badge tone="orange">{words.checkDue}</Badge> : null}
          {isOwn ? <Badge tone="blue">{words.own}</Badge> : null}
          {isResting ? <Badge tone="gray">{words.resting}</Badge> : null}
        </p>
        <p className="text-xs text-sub">
          {definition.basis[language]}　
          {definition.stages.map((stage) => stage.name[language]).join('・')}
        </p>
        <p className="text-xs text-sub" data-figures>
          {words.checkedOn({ day: definition.checkedOn })}　
          {words.nextCheck({ day: held.nextCheckOn })}
          {changed ? `　${words.changedBy({ name: changed.byName, note: changed.note })}` : ''}
        </p>
        {coming.map((each) => (
          <p key={each.effectiveFrom + each.note} className="text-xs text-orange">
            {words.coming({ day: each.effectiveFrom })}　
            {words.changedBy({ name: each.byName, note: each.note })}
          </p>
        ))}
      </div>
      <Button
        size="small"
        label={words.openNamed({ name })}
        icon={<ScanSearch aria-hidden size={15} />}
        onPress={onOpen}
      >
        {words.open}
      </Button>
    </li>
  )
}
