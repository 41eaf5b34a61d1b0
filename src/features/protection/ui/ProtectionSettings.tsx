import { useState } from 'react'
import { readViewer } from '#features/access/contract.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import type { z } from 'zod'
import * as wall from '../settings/contract.ts'
import { protectionSettingsMessages } from '../settings/messages.ts'
import { linesOf } from './parts/fields.ts'

type Settings = z.output<typeof wall.readProtectionSettings.answer>

/** Who keeps protective records, for how long, and the lists of the law they use. */
export default function ProtectionSettings() {
  const { words } = useMessages(protectionSettingsMessages)
  const answer = useAnswer(wall.readProtectionSettings, {}, { live: true })
  return (
    <div className="flex flex-col gap-6">
      <p className="max-w-prose text-sm text-sub">{words.lead}</p>
      <Answering answer={answer}>
        {(settings) => (
          <>
            <People settings={settings} again={() => answer.again()} />
            <Lists key={settings.changedAt} settings={settings} again={() => answer.again()} />
          </>
        )}
      </Answering>
    </div>
  )
}

type Part = { readonly settings: Settings; readonly again: () => void }

function People({ settings, again }: Part) {
  const { words } = useMessages(protectionSettingsMessages)
  const viewer = useAnswer(readViewer, {})
  const name = useCommand(wall.nameForProtection)
  const unname = useCommand(wall.unnameForProtection)
  const mayName = viewer.state === 'ready' && viewer.value.roles.includes('consultation')
  const { people, candidates } = settings
  const naming = (memberId: string) => void name.send({ params: { memberId } }).then(again)
  const unnaming = (memberId: string) => void unname.send({ params: { memberId } }).then(again)
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm">{words.people}</h3>
      {people.length === 0 ? <p className="text-sm text-sub">{words.none}</p> : null}
      <ul className="flex flex-col gap-1.5 text-sm">
        {people.map((each) => (
          <li key={each.memberId} className="flex items-center gap-3">
            {each.name}
            {mayName ? (
              <Button
                size="small"
                label={`${words.unname}：${each.name}`}
                onPress={() => unnaming(each.memberId)}
              >
                {words.unname}
              </Button>
            ) : null}
          </li>
        ))}
        {mayName
          ? candidates.map((each) => (
              <li key={each.memberId} className="flex items-center gap-3 text-sub">
                {each.name}
                <Button
                  size="small"
                  label={`${words.name}：${each.name}`}
                  onPress={() => naming(each.memberId)}
                >
                  {words.name}
                </Button>
              </li>
            ))
          : null}
      </ul>
      <Refusal refusal={name.refusal ?? unname.refusal} />
    </section>
  )
}

function Lists({ settings, again }: Part) {
  const { words } = useMessages(protectionSettingsMessages)
  const command = useCommand(wall.changeProtectionSettings)
  const [years, setYears] = useState(String(settings.keepYears))
  const [offences, setOffences] = useState(() =>
    settings.offences.map(({ name, basis }) => `${name}｜${basis}`).join('\n'),
  )
  const [platforms, setPlatforms] = useState(() => settings.platforms.join('\n'))
  const [checkedOn, setCheckedOn] = useState(settings.checkedOn)
  async function save() {
    const split = linesOf(offences).map((line) => line.split(/[｜|]/u))
    const body = {
      keepYears: Number(years.normalize('NFKC')) || 0,
      offences: split.map(([name = '', basis = '']) => ({ name, basis: basis || '—' })),
      platforms: linesOf(platforms),
      checkedOn,
    }
    const saved = await command.send({ body })
    if (!saved.ok) return
    showToast({ text: words.saved, tone: 'done' })
    again()
  }
  return (
    <section className="flex max-w-prose flex-col gap-4">
      <TextField label={words.keepYears} inputMode="numeric" value={years} onChange={setYears} />
      <TextArea label={words.offences} value={offences} onChange={setOffences} />
      <TextArea label={words.platforms} value={platforms} onChange={setPlatforms} />
      <DayField label={words.checkedOn} value={checkedOn} onChange={setCheckedOn} />
      <p className="text-sm text-sub">{words.notAdvice}</p>
      {settings.changedByName ? (
        <p className="text-sm text-sub">{words.changed({ name: settings.changedByName })}</p>
      ) : null}
      <Button
        kind="primary"
        className="self-start"
        isBusy={command.isSending}
        onPress={() => void save()}
      >
        {words.save}
      </Button>
      <Refusal refusal={command.refusal} />
    </section>
  )
}
