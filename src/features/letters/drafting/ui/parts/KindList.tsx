import {
  listDraftKinds,
  type DraftKind,
  type PossibleKind,
} from '#features/letters/drafting/contract.ts'
import { draftingMessages } from '#features/letters/drafting/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Unfold } from '#kit/Unfold.tsx'

/** What suits the case stands first; what is not possible says why. */
export function KindList(props: { complaintId: string; onChoose: (kind: DraftKind) => void }) {
  const { words } = useMessages(draftingMessages)
  const answer = useAnswer(listDraftKinds, { params: { complaintId: props.complaintId } })
  return (
    <Answering answer={answer}>
      {({ kinds }) => (
        <section aria-label={words.kinds} className="flex flex-col gap-3">
          <p className="text-sm text-sub">{words.lead}</p>
          <ul className="flex flex-col gap-1.5">
            {kinds
              .filter(({ whyNot }) => whyNot === null)
              .map((each) => (
                <li key={each.kind} className="flex flex-wrap items-center gap-2">
                  <Button size="small" onPress={() => props.onChoose(each.kind)}>
                    {words.kind[each.kind]}
                  </Button>
                  {each.fits ? <Badge tone="green">{words.fits}</Badge> : null}
                </li>
              ))}
          </ul>
          <Unfold title={words.notNow}>{() => <NotNow kinds={kinds} />}</Unfold>
        </section>
      )}
    </Answering>
  )
}

function NotNow({ kinds }: { kinds: readonly PossibleKind[] }) {
  const { words } = useMessages(draftingMessages)
  return (
    <ul className="flex flex-col gap-1 text-sm text-sub">
      {kinds.map(({ kind, whyNot }) =>
        whyNot === null ? null : (
          <li key={kind}>
            <span className="font-semibold">{words.kind[kind]}</span>
            {'　'}
            {words.whyNot[whyNot]}
          </li>
        ),
      )}
    </ul>
  )
}
