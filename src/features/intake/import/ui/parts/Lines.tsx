import { Link } from '@tanstack/react-router'
import { Rows3 } from 'lucide-react'
import { useState } from 'react'
import { useAnswers } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import {
  lineStates,
  listLines,
  type ImportDetail,
  type ImportLine,
  type LineState,
} from '../../contract.ts'
import { importMessages } from '../../messages.ts'
import { toneOfLine } from './CountList.tsx'

type Filter = LineState | 'all'

/** What became of each line; those that could not be taken come first to mind. */
export function Lines({ run }: { run: ImportDetail }) {
  const { words } = useMessages(importMessages)
  const [filter, setFilter] = useState<Filter>(run.counts.refused > 0 ? 'refused' : 'all')
  const there = lineStates.filter((state) => run.counts[state] > 0)
  return (
    <Section title={words.lines} icon={Rows3}>
      <Choices<Filter>
        label={words.lines}
        hidesLabel
        size="small"
        choices={[
          { id: 'all', name: words.all },
          ...there.map((id) => ({ id, name: words.lineStates[id] })),
        ]}
        value={filter === 'all' || there.includes(filter) ? filter : 'all'}
        onChange={setFilter}
      />
      <Pages key={filter} run={run} filter={filter} />
    </Section>
  )
}

function Pages({ run, filter }: { run: ImportDetail; filter: Filter }) {
  const { words } = useMessages(importMessages)
  const [starts, setStarts] = useState<readonly number[]>([0])
  const state = filter === 'all' ? {} : { state: filter }
  const pages = useAnswers(
    listLines,
    starts.map((after) => ({ params: { importId: run.id }, query: { ...state, after } })),
  )
  const lines = pages.flatMap((page) => page.lines)
  const next = pages.length === starts.length ? (pages.at(-1)?.next ?? null) : null
  if (pages.length > 0 && lines.length === 0)
    return <p className="text-sm text-sub">{words.noLines}</p>
  return (
    <>
      <ul
        aria-label={words.lines}
        className="flex flex-col divide-y divide-line-soft rounded-xl border border-line-soft bg-surface"
      >
        {lines.map((line) => (
          <Line key={line.line} line={line} />
        ))}
      </ul>
      {next === null ? null : (
        <div>
          <Button size="small" onPress={() => setStarts([...starts, next])}>
            {words.more}
          </Button>
        </div>
      )}
    </>
  )
}

function Line({ line }: { line: ImportLine }) {
  const { words } = useMessages(importMessages)
  const { complaint } = line
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-1.5 text-sm">
      <span data-figures className="w-16 shrink-0 text-xs text-sub">
        {words.line({ line: line.line })}
      </span>
      <Badge tone={toneOfLine[line.state]}>{words.lineStates[line.state]}</Badge>
      {complaint ? (
        <Link
          to="/complaints/$complaintId"
          params={{ complaintId: complaint.complaintId }}
          className="tap text-accent underline"
        >
          {complaint.number}
        </Link>
      ) : null}
      <span className="clamp-1 min-w-0 flex-1 basis-60 text-xs text-sub">{line.start}</span>
      {line.reason ? (
        <p className={`w-full ${line.state === 'refused' ? 'text-red' : 'text-sub'}`}>
          {line.reason}
        </p>
      ) : null}
      {line.remarks.map((said) => (
        <p key={said} className="w-full text-xs text-orange">
          {said}
        </p>
      ))}
    </li>
  )
}
