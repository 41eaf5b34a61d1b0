import { BellRing, Volume2, VolumeX } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { boardMessages } from '../board/messages.ts'
import {
  isMuted,
  isSoundOn,
  notify,
  permission,
  ring,
  switchSound,
  watchMuting,
  type Permission,
} from './parts/alarm.ts'
import { ClosedPage } from './parts/ClosedPage.tsx'
import { useSilentHelp } from './parts/useSilentHelp.ts'

/** How a supervisor wants to be told of silent help: nothing sounds that nobody has switched on. */
export function Alarm() {
  const { alarm } = useMessages(boardMessages).words
  const [isOn, setOn] = useState(isSoundOn)
  const [allowed, setAllowed] = useState<Permission>(permission)
  useArrivals(isOn)

  function turn() {
    switchSound(!isOn)
    setOn(!isOn)
  }
  return (
    <Section title={alarm.title} icon={BellRing}>
      <p className="text-xs text-sub">{alarm.lead}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          isPressed={isOn}
          icon={isOn ? <Volume2 aria-hidden size={16} /> : <VolumeX aria-hidden size={16} />}
          onPress={turn}
        >
          {alarm.sound}
        </Button>
        <Heard key={String(isOn)} isOn={isOn} />
      </div>
      {allowed === 'default' ? (
        <Button
          size="small"
          className="self-start"
          icon={<BellRing aria-hidden size={16} />}
          onPress={() => void Notification.requestPermission().then(setAllowed)}
        >
          {alarm.notify}
        </Button>
      ) : (
        <p>
          <Badge tone={allowed === 'granted' ? 'green' : 'gray'}>{alarm.notices[allowed]}</Badge>
        </p>
      )}
      {allowed === 'granted' ? <ClosedPage /> : null}
    </Section>
  )
}

/** Whether it would be heard now. */
function Heard({ isOn }: { isOn: boolean }) {
  const { alarm } = useMessages(boardMessages).words
  const mustPress = useSyncExternalStore(watchMuting, isMuted)
  return (
    <span role="status" className={`text-xs ${mustPress ? 'text-orange' : 'text-sub'}`}>
      {mustPress ? alarm.soundWaits : isOn ? alarm.soundOn : alarm.soundOff}
    </span>
  )
}

const againMs = 20_000

/** Told once for each request, and by sound again while nobody has looked. */
function useArrivals(isOn: boolean) {
  const { help, alarm } = useMessages(boardMessages).words
  const unseen = useSilentHelp().filter(({ state }) => state === 'asked')
  const told = useRef(new Set<string>())
  const tell = useEffectEvent(() => {
    const news = unseen.filter(({ id }) => !told.current.has(id))
    for (const { id, askedByName: name } of news) {
      told.current.add(id)
      notify(id, help.waiting({ name }), alarm.body)
    }
    if (isOn && news.length > 0) ring()
  })
  const ids = unseen.map(({ id }) => id).join()
  useEffect(() => tell(), [ids])
  useEffect(() => {
    if (!isOn || ids === '') return
    const again = setInterval(ring, againMs)
    return () => clearInterval(again)
  }, [isOn, ids])
}
