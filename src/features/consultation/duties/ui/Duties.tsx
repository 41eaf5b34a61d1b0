import { FileText, Plus, ScrollText } from 'lucide-react'
import { useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { browserToken } from '#kit/ids.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayKey, writtenDay } from '#kit/time.ts'
import { figureOf, wordsOf } from '../../paper/rules.ts'
import Retention from '../../retention/ui/parts/Retention.tsx'
import { checkedOn, groups, readDuties, type Duty, type Sheet } from '../contract.ts'
import { dutiesMessages } from '../messages.ts'
import { blank } from '../rules.ts'
import { Counsellors } from './parts/Counsellors.tsx'
import { DutyDialog } from './parts/DutyDialog.tsx'
import { PolicyEditor } from './parts/PolicyEditor.tsx'

type May = { mayKeep: boolean; mayAppoint: boolean }

/** The measures of an employer, group by group, with what shows each of them. */
export default function Duties({ mayKeep, mayAppoint }: May) {
  const { words } = useMessages(dutiesMessages)
  const known = useAnswer(readDuties, {})
  const [edited, setEdited] = useState<Duty | null>(null)
  return (
    <div className="flex flex-col gap-6">
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={known}>
        {(sheet) => (
          <>
            <Top sheet={sheet} />
            {groups.map((group) => (
              <section key={group} aria-labelledby={`duties-${group}`}>
                <h3 id={`duties-${group}`} className="mb-2 text-base">
                  {words.groups[group]}
                </h3>
                <ul className="flex flex-col gap-2">
                  {sheet.duties
                    .filter((duty) => duty.group === group)
                    .map((duty) => (
                      <Item
                        key={duty.code}
                        duty={duty}
                        sheet={sheet}
                        onEdit={mayKeep ? () => setEdited(duty) : null}
                      />
                    ))}
                </ul>
              </section>
            ))}
            {mayKeep ? (
              <>
                <Button
                  className="self-start"
                  icon={<Plus aria-hidden size={16} />}
                  onPress={() => setEdited(blank(newCode(), 'along'))}
                >
                  {words.add}
                </Button>
                <PolicyEditor policy={sheet.figures.policy} again={known.again} />
              </>
            ) : null}
            <Retention mayKeep={mayKeep} />
            {mayAppoint ? <Counsellors again={known.again} /> : null}
            {edited ? (
              <DutyDialog duty={edited} again={known.again} onClose={() => setEdited(null)} />
            ) : null}
          </>
        )}
      </Answering>
    </div>
  )
}

function newCode(): string {
  return `own-${browserToken().slice(0, 12)}`
}

function Top({ sheet }: { sheet: Sheet }) {
  const { words } = useMessages(dutiesMessages)
  const done = sheet.duties.filter(({ state }) => state === 'done').length
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-3">
        <span data-figures className="text-lg font-semibold">
          {words.progress({ done, of: sheet.duties.length })}
        </span>
        <a
          href="/api/consultation/duties/paper"
          className="tap inline-flex min-h-10 items-center gap-2 rounded-lg border border-line px-4 text-sm font-medium hover:bg-gray-bg"
        >
          <FileText aria-hidden size={16} />
          {words.print}
        </a>
      </p>
      <p className="flex items-start gap-2.5 text-xs text-sub">
        <ScrollText aria-hidden size={15} className="mt-0.5 shrink-0" />
        <span>
          {words.notAdvice}
          <br />
          {words.source({ on: checkedOn })}
        </span>
      </p>
    </div>
  )
}

const tones = { 'not-yet': 'gray', partly: 'orange', done: 'green' } as const

function Item(props: { duty: Duty; sheet: Sheet; onEdit: (() => void) | null }) {
  const { words } = useMessages(dutiesMessages)
  const language = useLanguage()
  const { duty, onEdit } = props
  const { title, detail } = wordsOf(duty, language)
  const figures = figureOf(duty.code, props.sheet.figures, language)
  return (
    <li className="card flex flex-col gap-2 p-4">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tones[duty.state]}>{words.states[duty.state]}</Badge>
        <strong className="min-w-0 flex-1">{title}</strong>
        {onEdit ? (
          <Button size="small" label={words.editLabel({ title })} onPress={onEdit}>
            {words.edit}
          </Button>
        ) : null}
      </p>
      <p className="text-sm text-sub">{detail}</p>
      {figures.length + duty.evidence.length > 0 ? (
        <ul aria-label={words.evidence} className="flex flex-col gap-0.5 text-sm">
          {figures.map((figure) => (
            <li key={figure}>
              {figure}
              <span className="text-xs text-sub">　{words.figures.fromRecord}</span>
            </li>
          ))}
          {duty.evidence.map(({ words: said, url, on }) => (
            <li key={said + on} className="wrap-anywhere">
              {url ? (
                <a href={url} target="_blank" rel="noreferrer" className="text-accent underline">
                  {said}
                </a>
              ) : (
                said
              )}
              <span className="text-xs text-sub">　{on}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {duty.note ? <p className="text-sm">{duty.note}</p> : null}
      <Days duty={duty} />
    </li>
  )
}

function Days({ duty }: { duty: Duty }) {
  const { words } = useMessages(dutiesMessages)
  const language = useLanguage()
  const now = useNow()
  const { ownerName, doneOn, reviewOn } = duty
  const isOver = reviewOn !== null && reviewOn < dayKey(now)
  if (ownerName === null && doneOn === null && reviewOn === null) return null
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-sub">
      <span>
        {words.owner}　{ownerName ?? words.noOwner}
      </span>
      {doneOn ? (
        <span>
          {words.doneOn}　{writtenDay(doneOn, now, language)}
        </span>
      ) : null}
      {reviewOn ? (
        <span>
          {words.reviewOn}　{writtenDay(reviewOn, now, language)}
        </span>
      ) : null}
      {isOver ? <Badge tone="red">{words.reviewOver}</Badge> : null}
    </p>
  )
}
