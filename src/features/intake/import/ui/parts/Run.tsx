import { canonicalJson } from '#kernel/canonical-json.ts'
import { ListChecks } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import type { Plan } from '../../../columns/contract.ts'
import { changePlan, checkImport, type ImportDetail, type Reading } from '../../contract.ts'
import { importMessages } from '../../messages.ts'
import { Columns } from './Columns.tsx'
import { Drop } from './Drop.tsx'
import { Found } from './Found.tsx'
import { Lines } from './Lines.tsx'
import { Preview } from './Preview.tsx'
import { Progress } from './Progress.tsx'
import { RefusedLines } from './RefusedLines.tsx'
import { toneOf } from './RunLine.tsx'
import { SavedPlans } from './SavedPlans.tsx'
import { Values } from './Values.tsx'

/** One file on its way in: read, mapped, checked, taken. */
export function Run({ run, onBrought }: { run: ImportDetail; onBrought: (id: string) => void }) {
  const { words } = useMessages(importMessages)
  const isMapping = run.state === 'read' || run.state === 'checked'
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-lg wrap-anywhere">{run.name}</h3>
        <Badge tone={toneOf[run.state]}>{words.states[run.state]}</Badge>
      </header>
      {isMapping ? <Mapping run={run} /> : <Progress run={run} />}
      {run.state === 'read' ? null : (
        <>
          <RefusedLines run={run} />
          {run.state === 'finished' && run.counts.refused > 0 ? (
            <Drop onBrought={onBrought} />
          ) : null}
          <Lines run={run} />
        </>
      )}
    </div>
  )
}

/** What a person says about the file; it is kept when it is checked, or when it changes what is there to choose. */
function Mapping({ run }: { run: ImportDetail }) {
  const { words } = useMessages(importMessages)
  const [plan, setPlan] = useState<Plan>(run.plan)
  const [readings, setReadings] = useState(0)
  const [isLooked, setLooked] = useState(false)
  const change = useCommand(changePlan)
  const check = useCommand(checkImport)
  const params = { importId: run.id }
  async function keep(body: { plan?: Plan; reading?: Reading }) {
    const kept = await change.send({ params, body })
    if (kept.ok) setPlan(kept.value.plan)
    return kept.ok
  }
  /** Somebody else's mapping, or other columns: what was chosen before is gone. */
  async function anew(body: { plan?: Plan; reading?: Reading }) {
    if (await keep(body)) setReadings(readings + 1)
  }
  async function look() {
    setLooked(true)
    if (await keep({ plan })) await check.send({ params })
  }
  function remap(next: Plan) {
    setPlan(next)
    const isOther = (['channel', 'state'] as const).some(
      (field) => next.mapping[field] !== plan.mapping[field],
    )
    if (isOther) void keep({ plan: next })
  }
  const isTable = run.kind === 'table'
  const isChanged = canonicalJson(plan) !== canonicalJson(run.plan)
  return (
    <>
      {isTable ? (
        <>
          <Found run={run} onChange={(reading) => void anew({ reading })} />
          <Preview run={run} />
          <SavedPlans run={run} plan={plan} onUse={(saved) => void anew({ plan: saved })} />
          <Columns
            key={`${readings} ${run.shape.columns.join()}`}
            run={run}
            plan={plan}
            onChange={remap}
          />
          <Values run={run} plan={plan} onChange={setPlan} />
        </>
      ) : (
        <>
          <p className="text-sm">{words.desk({ name: words.kinds[run.kind] })}</p>
          <Preview run={run} />
        </>
      )}
      <Refusal refusal={change.refusal ?? check.refusal} />
      <Section title={words.checked} icon={ListChecks}>
        <div className="flex flex-wrap items-center gap-3">
          <Button
            kind={run.state === 'checked' && !isChanged ? 'secondary' : 'primary'}
            isBusy={change.isSending || check.isSending}
            onPress={() => void look()}
          >
            {check.isSending ? words.checking : words.check}
          </Button>
        </div>
        {run.state === 'checked' && !isChanged ? (
          <div ref={isLooked ? intoView : null}>
            <Progress run={run} />
          </div>
        ) : null}
      </Section>
    </>
  )
}

/** What the check found stands below what was said about the file. */
function intoView(found: HTMLElement | null) {
  found?.scrollIntoView({ block: 'center' })
}
