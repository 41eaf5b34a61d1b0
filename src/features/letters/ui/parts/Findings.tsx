import { CircleCheck, Wrench } from 'lucide-react'
import { Suspense } from 'react'
import type { GateFinding } from '#features/letters/gate/contract.ts'
import { letterWords } from '#features/letters/opening/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { TextField } from '#kit/TextField.tsx'

const AskLeader = later(() => import('./AskLeader.tsx'))

const tones = { nothing: 'gray', reason: 'orange', leader: 'red', change: 'red' } as const
const most = 6

/** What the gate asks: each with why, a fix where one is safe, and a field where a reason is enough. */
export function Findings(props: {
  id: string
  /** Without one: before it is sent for the first time. */
  label?: string
  text: string
  findings: readonly GateFinding[]
  reasons: Readonly<Record<string, string>>
  onReason: (rule: string, reason: string) => void
  /** Without it there is no text to mend here. */
  onFix?: (finding: GateFinding) => void
  onSend: () => void
  /** With it, what is a leader's may be asked of one from here. */
  complaintId?: string
}) {
  const { words } = useMessages(letterWords)
  const asked = props.findings.filter(({ need }) => need !== 'nothing')
  const advice = props.findings.filter(({ need }) => need === 'nothing')
  const shown = [...asked, ...advice].slice(0, Math.max(most, asked.length))
  return (
    <section
      aria-label={props.label ?? words.findings}
      id={props.id}
      className="flex flex-col gap-2"
    >
      {shown.length === 0 ? (
        <p className="flex items-center gap-1.5 text-xs text-green">
          <CircleCheck aria-hidden size={14} />
          {words.nothing}
        </p>
      ) : null}
      <ul className="flex flex-col gap-2">
        {shown.map((finding, at) => (
          <li key={`${finding.rule}/${finding.start}`} className="flex flex-col gap-1 text-sm">
            <p>
              <Badge tone={tones[finding.need]}>{words.needs[finding.need]}</Badge>{' '}
              {finding.end > finding.start ? (
                <span className="font-semibold">
                  「{props.text.slice(finding.start, finding.end).slice(0, 40)}」
                </span>
              ) : null}
              {finding.message}
            </p>
            {finding.fix === undefined || !props.onFix ? null : (
              <div>
                <Button
                  size="small"
                  icon={<Wrench aria-hidden size={14} />}
                  onPress={() => props.onFix?.(finding)}
                >
                  {words.fix({ fix: finding.fix })}
                </Button>
              </div>
            )}
            {asksReason(finding) && isFirst(shown, at) ? (
              <TextField
                label={words.reason}
                value={props.reasons[finding.rule] ?? ''}
                onChange={(reason) => props.onReason(finding.rule, reason)}
                onSend={props.onSend}
                maxLength={500}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {props.complaintId !== undefined && asked.some(({ need }) => need === 'leader') ? (
        <Suspense>
          <AskLeader complaintId={props.complaintId} text={props.text} findings={asked} />
        </Suspense>
      ) : null}
    </section>
  )
}

function asksReason({ need }: GateFinding): boolean {
  return need === 'reason' || need === 'leader'
}

/** One reason is enough for everything that one rule found. */
function isFirst(findings: readonly GateFinding[], at: number): boolean {
  return findings.findIndex(({ rule }) => rule === findings[at]?.rule) === at
}
