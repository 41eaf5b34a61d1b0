import { Landmark } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { outsideMessages } from '../messages.ts'
import { TellingFields } from './parts/TellingFields.tsx'
import { useTelling } from './parts/useTelling.ts'

/** Where else a customer may turn who does not agree: proposed when the record shows it, folded away otherwise. */
export default function OutsideBodies({ complaintId }: { complaintId: string }) {
  const { words: outside } = useMessages(outsideMessages)
  const telling = useTelling(complaintId)
  if (telling.answer.state !== 'ready') return null
  const { because } = telling.answer.value
  return (
    <Section
      key={because ?? 'none'}
      title={outside.title}
      icon={Landmark}
      tone={because ? 'orange' : 'gray'}
      folds={because ? 'open' : 'shut'}
    >
      <TellingFields telling={telling} />
      {telling.named.length > 0 ? (
        <Button isBusy={telling.tell.isSending} onPress={() => void telling.record()}>
          {outside.tell}
        </Button>
      ) : null}
    </Section>
  )
}
