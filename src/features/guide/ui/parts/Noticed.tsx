import { UserRound, UserRoundPlus, X } from 'lucide-react'
import {
  notice,
  noticeables,
  tongues,
  withdrawNotice,
  type Guidance,
  type Noticeable,
  type Tongue,
} from '#features/guide/contract.ts'
import { says } from '#features/guide/engine/saying.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { Menu } from '#kit/Menu.tsx'
import { useShortcut } from '#kit/shortcuts.ts'
import { showToast } from '#kit/toasts.ts'

/** One key each, also while typing. */
const keysOf: Readonly<Record<Noticeable, string>> = {
  organisation: 'alt+b',
  proxy: 'alt+y',
  slower: 'alt+l',
  hearing: 'alt+h',
  language: 'alt+g',
  child: 'alt+c',
  quiet: 'alt+q',
}

export type NoticedProps = {
  readonly complaintId: string
  readonly noticed: Guidance['noticed']
  readonly onQuiet: () => void
}

/** Who is on the line and how to suit them: noted with one key, taken back with one. */
export function Noticed({ complaintId, noticed, onQuiet }: NoticedProps) {
  const { words } = useMessages(guideMessages)
  const { panel } = words
  const sent = useNoticing(complaintId, onQuiet)
  const isNoticed = (what: Noticeable) => noticed.some((each) => each.what === what)
  const told = noticed.find(({ what }) => what === 'language')
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-1.5 text-xs">
      {noticeables.map((what) => (
        <NoticeKey key={what} what={what} isOff={isNoticed(what)} note={sent.note} />
      ))}
      <Menu
        label={panel.noticeCaller}
        className="tap inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-full border border-line px-2.5 text-sub hover:text-ink"
        actions={noticeables
          .filter((what) => !isNoticed(what))
          .map((what) => ({
            id: what,
            name: words.noticed[what],
            keys: keysOf[what],
            run: () => sent.note(what),
          }))}
      >
        <UserRoundPlus aria-hidden size={14} />
        {panel.caller}
      </Menu>
      {told ? <Speaks told={told} note={sent.note} /> : null}
      <ul aria-label={panel.caller} className="contents">
        {noticed.map(({ what }) => (
          <Chip key={what} what={what} takeBack={sent.takeBack} />
        ))}
      </ul>
    </div>
  )
}

type Note = (what: Noticeable, speaks?: Tongue) => void

function useNoticing(complaintId: string, onQuiet: () => void) {
  const noting = useCommand(notice)
  const withdrawing = useCommand(withdrawNotice)
  const note: Note = (what, speaks) => {
    const order = { params: { complaintId, what }, body: speaks ? { speaks } : {} }
    void noting.send(order).then((answered) => {
      if (!answered.ok) showToast({ text: answered.refusal.sentence, tone: 'trouble' })
      else if (what === 'quiet') onQuiet()
    })
  }
  const takeBack = (what: Noticeable) =>
    void withdrawing.send({ params: { complaintId, what }, body: {} }).then((answered) => {
      if (!answered.ok) showToast({ text: answered.refusal.sentence, tone: 'trouble' })
    })
  return { note, takeBack }
}

/** Has no face: a key, listed among the shortcuts. */
function NoticeKey(props: { what: Noticeable; isOff: boolean; note: Note }) {
  const { words } = useMessages(guideMessages)
  const { what, isOff } = props
  useShortcut({
    keys: keysOf[what],
    label: words.noticed[what],
    group: words.panel.caller,
    inFields: true,
    isOff,
    run: () => props.note(what),
  })
  return null
}

function Chip({ what, takeBack }: { what: Noticeable; takeBack: (what: Noticeable) => void }) {
  const { words } = useMessages(guideMessages)
  return (
    <li className="inline-flex items-center gap-1.5 rounded-full bg-accent-bg ps-2.5 font-medium text-accent">
      <UserRound aria-hidden size={14} />
      {words.noticed[what]}
      <Button
        kind="quiet"
        size="small"
        className="min-h-7! rounded-full! px-1.5! text-accent!"
        label={words.panel.takeBackNotice({ what: words.noticed[what] })}
        icon={<X aria-hidden size={14} />}
        onPress={() => takeBack(what)}
      />
    </li>
  )
}

/** Which language they would rather speak; the plays then name it. */
function Speaks({ told, note }: { told: Guidance['noticed'][number]; note: Note }) {
  const { panel } = useMessages(guideMessages).words
  const names = says[useLanguage()].tongues
  const known = tongues.filter((each) => each !== 'other')
  const name = told.speaks === null || told.speaks === 'other' ? panel.speaks : names[told.speaks]
  return (
    <Menu
      label={panel.speaks}
      className="tap inline-flex min-h-7 cursor-pointer items-center rounded-full border border-line px-2.5 text-sub hover:text-ink"
      actions={known.map((each) => ({
        id: each,
        name: names[each],
        isChosen: each === told.speaks,
        run: () => note('language', each),
      }))}
    >
      {name}
    </Menu>
  )
}
