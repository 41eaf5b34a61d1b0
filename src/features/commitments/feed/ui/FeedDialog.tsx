import { useState } from 'react'
import { readViewer } from '#features/access/contract.ts'
import {
  makeFeed,
  readFeed,
  revokeFeed,
  showNames,
  type Feed,
} from '#features/commitments/feed/contract.ts'
import { feedMessages } from '#features/commitments/feed/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SecretShown } from '#kit/SecretShown.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'

/** My promises under a secret address that calendars read; shown once, and taken back with one press. */
export default function FeedDialog(props: { onClose: () => void }) {
  const { words } = useMessages(feedMessages)
  const feed = useAnswer(readFeed, {}, { live: true })
  const [address, setAddress] = useState<string | null>(null)
  const make = useCommand(makeFeed)
  const revoke = useCommand(revokeFeed)

  async function begin() {
    const made = await make.send({ body: {} })
    if (made.ok) setAddress(`${location.origin}${made.value.path}`)
  }
  async function stop() {
    const stopped = await revoke.send({})
    if (stopped.ok) showToast({ text: words.revoked, tone: 'done' })
  }

  if (address !== null) {
    return (
      <SecretShown
        title={words.title}
        secret={address}
        words={words.shown}
        onClose={() => setAddress(null)}
      />
    )
  }
  return (
    <Dialog isOpen onClose={props.onClose} title={words.title}>
      <div className="flex flex-col gap-4">
        <p className="text-sm">{words.lead}</p>
        <Answering answer={feed} skeletonLines={2}>
          {(value) => (
            <>
              <Standing feed={value} />
              <Names feed={value} />
              {value.mine ? <p className="text-sm text-sub">{words.againLead}</p> : null}
              <div className="flex flex-wrap justify-end gap-2">
                {value.mine ? (
                  <Button isBusy={revoke.isSending} onPress={() => void stop()}>
                    {words.revoke}
                  </Button>
                ) : null}
                <Button
                  kind={value.mine ? 'secondary' : 'primary'}
                  isBusy={make.isSending}
                  onPress={() => void begin()}
                >
                  {value.mine ? words.again : words.make}
                </Button>
              </div>
            </>
          )}
        </Answering>
        <Refusal refusal={make.refusal ?? revoke.refusal} />
      </div>
    </Dialog>
  )
}

function Standing({ feed: { mine } }: { feed: Feed }) {
  const { words } = useMessages(feedMessages)
  if (!mine) return <p className="text-sm text-sub">{words.none}</p>
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      <dt className="text-sub">{words.madeAt}</dt>
      <dd>
        <Moment at={mine.madeAt} always="both" />
      </dd>
      <dt className="text-sub">{words.readAt}</dt>
      <dd>{mine.readAt ? <Moment at={mine.readAt} always="both" /> : words.notRead}</dd>
    </dl>
  )
}

function Names({ feed }: { feed: Feed }) {
  const { words } = useMessages(feedMessages)
  const viewer = useAnswer(readViewer, {})
  const command = useCommand(showNames)
  const isAdmin = viewer.state === 'ready' && viewer.value.roles.includes('admin')
  return (
    <div className="flex flex-col gap-1 text-sm text-sub">
      <p>{feed.namesShown ? words.namesOn : words.namesOff}</p>
      {isAdmin ? (
        <Checkbox
          isChosen={feed.namesShown}
          onChange={(isOn) => void command.send({ body: { isOn } })}
        >
          {words.names}
        </Checkbox>
      ) : null}
      <Refusal refusal={command.refusal} />
    </div>
  )
}
