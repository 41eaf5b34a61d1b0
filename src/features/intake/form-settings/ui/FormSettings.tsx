import { useState } from 'react'
import {
  changeEvidenceLimits,
  readEvidenceLimits,
  type EvidenceLimits,
} from '#features/complaints/evidence/contract.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import {
  changeFormSettings,
  readFormSettings,
  type FormSettings as Settings,
  type ShownFormSettings,
} from '../contract.ts'
import { formSettingsMessages } from '../messages.ts'
import { Embedding } from './parts/Embedding.tsx'
import { Fields } from './parts/Fields.tsx'
import { limitsOf, writtenFrom, type Written } from './parts/written.ts'

/** The public form: open or shut, what it asks for and takes, and where it may be shown. */
export function FormSettings() {
  const { words } = useMessages(formSettingsMessages)
  const settings = useAnswer(readFormSettings, {})
  const limits = useAnswer(readEvidenceLimits, {})
  function readAgain() {
    for (const answer of [settings, limits]) if (answer.state !== 'loading') answer.again()
  }
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={settings}>
        {(value) => (
          <Answering answer={limits}>
            {(most) => (
              <Form
                key={`${value.changedAt} ${most.largestMegabytes} ${most.mostFiles}`}
                settings={value}
                limits={most}
                onSaved={readAgain}
              />
            )}
          </Answering>
        )}
      </Answering>
    </div>
  )
}

type Props = {
  readonly settings: ShownFormSettings
  readonly limits: EvidenceLimits
  readonly onSaved: () => void
}

function Form(props: Props) {
  const { settings, limits } = props
  const { words } = useMessages(formSettingsMessages)
  const [written, setWritten] = useState<Written>(() => writtenFrom(settings, limits))
  const saving = useSaving(props)
  const { changedAt, changedByName } = settings
  const send = () => void saving.save(written)
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_26rem] xl:gap-8">
      <div className="flex flex-col gap-5">
        <Fields
          written={written}
          onChange={(changes) => setWritten({ ...written, ...changes })}
          onSend={send}
        />
        <Refusal refusal={saving.refusal} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            kind="primary"
            keys="mod+enter"
            keysInFields
            isBusy={saving.isBusy}
            isDisabled={limitsOf(written) === null}
            onPress={send}
          >
            {words.save}
          </Button>
          {changedAt && changedByName ? (
            <p className="text-xs text-sub">
              {words.changedBy({ name: changedByName })} <Moment at={changedAt} />
            </p>
          ) : null}
        </div>
      </div>
      <Embedding settings={settings} />
    </div>
  )
}

/** Both parts are saved, or what was refused is said; what stood before comes back with one press. */
function useSaving(before: Props) {
  const { words } = useMessages(formSettingsMessages)
  const [settings, limits] = [useCommand(changeFormSettings), useCommand(changeEvidenceLimits)]
  async function send(body: Settings, most: EvidenceLimits): Promise<boolean> {
    const isSaved = (await limits.send({ body: most })).ok && (await settings.send({ body })).ok
    if (isSaved) before.onSaved()
    return isSaved
  }
  async function restore() {
    const { isOpen, framedBy, prepare } = before.settings
    if (await send({ isOpen, framedBy, prepare }, before.limits))
      showToast({ text: words.restored, tone: 'done' })
  }
  return {
    isBusy: settings.isSending || limits.isSending,
    refusal: limits.refusal ?? settings.refusal,
    async save({ isOpen, prepare, sites, ...numbers }: Written) {
      const most = limitsOf(numbers)
      if (!most) return
      const framedBy = sites.split('\n').map((site) => site.trim())
      if (await send({ isOpen, prepare, framedBy }, most))
        showToast({ text: words.saved, undo: () => void restore() })
    },
  }
}
