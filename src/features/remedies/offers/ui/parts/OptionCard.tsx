import { Check, ImageOff, Lock } from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import { moneyKinds, offerRemedy, type RemedyOption } from '#features/remedies/contract.ts'
import { choosingMessages } from '#features/remedies/choosing/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { Section } from '#kit/Section.tsx'
import { TextField } from '#kit/TextField.tsx'
import { Unfold } from '#kit/Unfold.tsx'
import { sayOnceShown } from '#features/remedies/evidence/rules.ts'
import { readYen } from './read-yen.ts'

const CanBeDone = later(() => import('../../../feasibility/ui/parts/CanBeDone.tsx'))
const AskForm = later(() => import('../../../approvals/ui/parts/AskForm.tsx'))

/** One remedy that may be offered now: what, in which words, on which ground. */
export function OptionCard(props: { complaintId: string; option: RemedyOption }) {
  const { words } = useMessages(choosingMessages)
  const { rule, maxYen, awaits } = props.option
  const isMoney = moneyKinds.includes(rule.kind)
  const [amount, setAmount] = useState(isMoney && maxYen !== null ? String(maxYen) : '')
  const [isAsking, setAsking] = useState(false)
  const command = useCommand(offerRemedy)
  const yen = readYen(amount)

  async function offer() {
    await command.send({
      params: { complaintId: props.complaintId },
      body: {
        ruleId: rule.id,
        ...(isMoney && yen !== null ? { amountYen: yen } : {}),
        ...(awaits === null ? {} : { onceShown: true }),
      },
    })
  }

  return (
    <li className="card flex flex-col gap-2 p-3">
      <div className="flex items-start gap-2">
        <p className="flex-1">
          <span className="font-semibold">{rule.label}</span>
          <span className="block text-xs text-sub">
            {words.clause({ clause: rule.clause })}
            {maxYen === null ? '' : `　${words.upTo({ yen: maxYen.toLocaleString('ja') })}`}
          </span>
        </p>
        <Button
          size="small"
          kind="primary"
          icon={<Check aria-hidden size={15} />}
          label={
            awaits === null
              ? words.offerNamed({ label: rule.label })
              : words.offerOnceNamed({ label: rule.label })
          }
          isDisabled={isMoney && yen === null}
          isBusy={command.isSending}
          onPress={() => void offer()}
        >
          {awaits === null ? words.offer : words.offerOnce}
        </Button>
      </div>
      {awaits === null ? null : <Awaited {...props} rule={rule} evidence={awaits} maxYen={yen} />}
      <p className="rounded-lg bg-accent-bg px-3 py-1.5">
        {awaits === null ? rule.say : sayOnceShown(rule, awaits)}
      </p>
      {isMoney && rule.kind !== 'refund' ? (
        <div className="flex items-end gap-2">
          <div className="w-40">
            <TextField
              label={words.amount}
              inputMode="numeric"
              value={amount}
              onChange={setAmount}
            />
          </div>
          <Button
            kind="quiet"
            size="small"
            label={words.moreNamed({ label: rule.label })}
            isPressed={isAsking}
            onPress={() => setAsking(!isAsking)}
          >
            {words.more}
          </Button>
        </div>
      ) : null}
      <Suspense>
        {isMoney ? null : (
          <CanBeDone complaintId={props.complaintId} ruleId={rule.id} kind={rule.kind} />
        )}
        {isAsking ? (
          <AskForm
            complaintId={props.complaintId}
            rule={rule}
            maxYen={yen}
            onClose={() => setAsking(false)}
          />
        ) : null}
      </Suspense>
      <Refusal refusal={command.refusal} />
    </li>
  )
}

const wanted = {
  'cause-unknown': 'cause',
  'product-unknown': 'details:product',
  'purchase-unknown': 'details:purchasedOn',
  'price-unknown': 'details:price',
} as const

/** What is not in the record yet, and the way to do without. */
function Awaited(props: {
  complaintId: string
  rule: RemedyOption['rule']
  evidence: string
  maxYen: number | null
}) {
  const { words } = useMessages(choosingMessages)
  const { rule, evidence } = props
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex items-start gap-1.5 text-orange">
        <ImageOff aria-hidden size={15} className="mt-1 shrink-0" />
        {words.awaits({ evidence })}
      </p>
      <Unfold title={words.askUnseen} label={words.askUnseenNamed({ label: rule.label })}>
        {(fold) => <AskForm {...props} onClose={fold} />}
      </Unfold>
    </div>
  )
}

/** What the rules hold but do not allow yet, and what opens it. */
export function BarredOptions(props: {
  complaintId: string
  options: readonly RemedyOption[]
  fill: (into: string, label: string) => ReactNode
}) {
  const { words } = useMessages(choosingMessages)
  const barred = props.options.filter(({ allowed }) => !allowed)
  const [open, setOpen] = useState<keyof typeof wanted | null>(null)
  if (barred.length === 0) return null
  const missing = [...new Set(barred.flatMap(({ obstacles }) => obstacles))].filter(isFillable)
  return (
    <div className="flex flex-col gap-2">
      <Section title={words.notYet} icon={Lock} count={barred.length} folds="shut">
        <ul className="flex flex-col gap-1 text-sm">
          {barred.map(({ rule, obstacles, maxYen }) => (
            <li key={rule.id}>
              {rule.label}
              <span className="block text-xs text-sub">
                {obstacles.map((code) => words.obstacles[code]).join('、')}
              </span>
              {obstacles.every(isLiftable) ? (
                <Asking {...props} rule={rule} maxYen={maxYen} />
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      {missing.length > 0 ? <p className="text-xs text-sub">{words.toKnow}</p> : null}
      <div className="flex flex-wrap gap-1.5">
        {missing.map((code) => (
          <Button
            key={code}
            size="small"
            isPressed={open === code}
            onPress={() => setOpen(open === code ? null : code)}
          >
            {words.fields[code]}
          </Button>
        ))}
      </div>
      {open !== null && missing.includes(open)
        ? props.fill(wanted[open], words.fields[open])
        : null}
    </div>
  )
}

/** What somebody else may decide; what is not known yet has to be found out instead. */
function isLiftable(code: string): boolean {
  return code === 'beyond-authority' || code === 'too-late' || code === 'over-cap'
}

function Asking(props: { complaintId: string; rule: RemedyOption['rule']; maxYen: number | null }) {
  const { words } = useMessages(choosingMessages)
  return (
    <Unfold
      kind="secondary"
      className="my-1"
      title={words.ask}
      label={words.askNamed({ label: props.rule.label })}
    >
      {(fold) => <AskForm {...props} onClose={fold} />}
    </Unfold>
  )
}

function isFillable(code: string): code is keyof typeof wanted {
  return code in wanted
}
