import { Compass, Lightbulb, PenLine, PhoneForwarded, ShieldAlert } from 'lucide-react'
import { Suspense, useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { finishMove, type Guidance, type Move } from '#features/guide/contract.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAgain } from '#kit/again.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { Section } from '#kit/Section.tsx'
import { Announced } from './Announced.tsx'
import { ApologyScope, Ask, Avoid, Following } from './Advice.tsx'
import { Edition } from './Edition.tsx'
import { Phrases } from './Phrases.tsx'
import { Plays } from './Plays.tsx'
import { Stages } from './Stages.tsx'
import { useAside } from './useAside.ts'
import { useSteadyMove } from './useSteadyMove.ts'
import { Why } from './Why.tsx'

const Noticed = later(() => import('./Noticed.tsx').then((module) => ({ default: module.Noticed })))

export type GuidePanelProps = {
  readonly complaintId: string
  /** `call` is read at arm's length while talking. */
  readonly size: 'call' | 'desk'
  readonly cueName: (code: string) => string
  /** The small form for what a move asks to be written down; null when another place has it. */
  readonly writing: (write: Move['write'][number], move: Move) => ReactNode
}

/** The guidance as it stands: fetched while the server still thinks about it. */
export default function Guided(props: GuidePanelProps & { guidance: Guidance; again: () => void }) {
  const { words } = useMessages(guideMessages)
  const { complaintId, guidance, size } = props
  const isLarge = size === 'call'
  const { shown: steady, coming, showNow } = useSteadyMove(guidance, isLarge)
  const aside = useAside(guidance)
  const shown = aside.shown ?? steady
  useAgain(guidance.again, props.again)
  const isStanding = useRef(false)
  useEffect(() => {
    isStanding.current = true
  }, [])
  return (
    <>
      <Stages stages={guidance.stages} isCompact={!isLarge} />
      {/* What is announced stands in a row that is always there: it must not push down what is being read. */}
      <div className={`flex items-start gap-2 ${isLarge ? 'min-h-8' : ''}`}>
        <div className="flex flex-wrap items-center gap-1.5 empty:hidden">
          {isLarge ? (
            <Suspense fallback={<div className="min-h-8" />}>
              <Noticed
                complaintId={complaintId}
                noticed={guidance.noticed}
                onQuiet={aside.takeNext}
              />
            </Suspense>
          ) : null}
          <Plays complaintId={complaintId} plays={guidance.plays} cueName={props.cueName} />
        </div>
        {isLarge ? <Announced guidance={guidance} aside={aside} /> : null}
      </div>
      <p role="status" className="sr-only">
        {shown ? words.panel.now({ goal: shown.goal }) : words.panel.nothing}
      </p>
      {coming && isLarge ? <Coming move={coming} showNow={showNow} /> : null}
      {shown ? (
        <CurrentMove
          key={`${shown.play}/${shown.id}`}
          {...props}
          move={shown}
          isLarge={isLarge}
          isStanding={isStanding}
        />
      ) : (
        <EmptyState icon={Compass} title={words.panel.nothing}>
          {words.panel.nothingDetail}
        </EmptyState>
      )}
      <Following moves={guidance.following} />
      {isLarge ? null : <Announced guidance={guidance} aside={aside} />}
      <Section
        title={words.panel.apology}
        icon={ShieldAlert}
        folds={isLarge ? 'shut' : 'open'}
        className="border-t border-line-soft pt-2"
      >
        <ApologyScope apology={guidance.apology} />
      </Section>
      <Edition version={guidance.playbook.version} />
    </>
  )
}

function Coming({ move, showNow }: { move: Move; showNow: () => void }) {
  const { words } = useMessages(guideMessages)
  return (
    <div
      aria-hidden
      className="flex items-center gap-3 overflow-hidden rounded-lg bg-accent-bg px-3.5 py-1.5 text-sm text-accent"
    >
      <span className="clamp-1 flex-1">{words.panel.coming({ goal: move.goal })}</span>
      <button type="button" tabIndex={-1} onClick={showNow} className="cursor-pointer underline">
        {words.panel.showNow}
      </button>
    </div>
  )
}

type CurrentMoveProps = GuidePanelProps & {
  guidance: Guidance
  move: Move
  isLarge: boolean
  isStanding: RefObject<boolean>
}

function CurrentMove(props: CurrentMoveProps) {
  const { words } = useMessages(guideMessages)
  const { move, isLarge, isStanding } = props
  const goal = useRef<HTMLHeadingElement>(null)
  const writing = useRef<HTMLUListElement>(null)
  // Somebody may have scrolled to the form of the move before: a new one is read from its goal. Not when the page opens:
  // in some browsers the Tab key would begin here, behind the link to the content.
  useEffect(() => {
    if (isStanding.current) goal.current?.scrollIntoView({ block: 'nearest' })
  }, [isStanding])
  const forms = move.write.flatMap((write) => {
    const form = write.into === 'done' ? null : props.writing(write, move)
    return form ? [<li key={write.into + write.label}>{form}</li>] : []
  })
  const written =
    forms.length > 0 ? (
      <ul ref={writing} aria-label={words.panel.write} className="flex flex-col gap-3">
        {forms}
      </ul>
    ) : null
  // Without it the next move does not come: it must not wait below what can be seen.
  const goesOnWritten = move.write.some(
    ({ isRequired, into }) => isRequired || into === 'escalation',
  )
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-1">
        <MoveHead move={move} />
        <h2 ref={goal} className={isLarge ? 'text-2xl sm:text-3xl short:text-2xl' : 'text-lg'}>
          {move.goal}
        </h2>
      </div>
      <Phrases
        complaintId={props.complaintId}
        move={move}
        version={props.guidance.playbook.version}
        isLarge={isLarge}
        toWriting={
          forms.length > 0
            ? {
                ...(isHandOver(move)
                  ? { label: words.panel.handOver, Icon: PhoneForwarded }
                  : { label: words.panel.write, Icon: PenLine }),
                go: () => focusFirst(writing.current),
              }
            : null
        }
      />
      {goesOnWritten ? written : null}
      <Ask move={move} />
      {goesOnWritten ? null : written}
      <Avoid move={move} />
      <Why
        isLarge={isLarge}
        move={move}
        playbook={props.guidance.playbook}
        cueName={props.cueName}
      />
      {move.write.some(({ into }) => into === 'done') || move.say.length === 0 ? (
        <Finish
          complaintId={props.complaintId}
          move={move}
          version={props.guidance.playbook.version}
        />
      ) : null}
    </div>
  )
}

/** A hand-over is asked for, not written down. */
function isHandOver({ write }: Move): boolean {
  return write.find(({ into }) => into !== 'done' && into !== 'note')?.into === 'escalation'
}

function focusFirst(place: HTMLElement | null) {
  place?.querySelector<HTMLElement>('input, textarea, select, button')?.focus()
}

function MoveHead({ move }: { move: Move }) {
  const { words } = useMessages(guideMessages)
  const { panel } = words
  const isUrgent = move.urgency === 'safety' || move.urgency === 'protect'
  return (
    <div className="flex items-start gap-2 text-sm text-sub">
      {isUrgent ? (
        <Badge tone="red" icon={ShieldAlert}>
          {panel.urgencies[move.urgency]}
        </Badge>
      ) : (
        <Lightbulb aria-hidden size={15} className="mt-1 shrink-0 text-accent" />
      )}
      <p className="min-w-0 flex-1">
        <span className="sr-only">{panel.because}：</span>
        {move.because}
      </p>
      {move.count !== null && move.count > 1 ? (
        <Badge tone="orange">{panel.times({ count: move.count })}</Badge>
      ) : null}
    </div>
  )
}

/** For what only a person can call done. */
function Finish(props: { complaintId: string; move: Move; version: string }) {
  const { words } = useMessages(guideMessages)
  const { complaintId, move, version } = props
  const finish = useCommand(finishMove)
  const label = move.write.find(({ into }) => into === 'done')?.label ?? words.panel.done
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        kind="done"
        keys="alt+enter"
        keysInFields
        isBusy={finish.isSending}
        onPress={() =>
          void finish.send({
            params: { complaintId },
            body: { play: move.play, move: move.id, version },
          })
        }
      >
        {label}
      </Button>
      <Refusal refusal={finish.refusal} />
    </div>
  )
}
