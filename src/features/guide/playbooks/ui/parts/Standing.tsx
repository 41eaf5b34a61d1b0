import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import type { Workbench } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'
import { Carrying } from './Carrying.tsx'
import { PublishDialog } from './PublishDialog.tsx'

/** What is published, whether the draft says something else, and what to do with it. */
export function Standing(props: {
  workbench: Workbench
  language: 'ja' | 'en'
  mayChange: boolean
}) {
  const { words } = useMessages(playbooksMessages)
  const { workbench, language, mayChange } = props
  const { edition, publishedByName: name, publishedAt } = workbench
  const [isTrying, setTrying] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-surface px-4 py-2.5 text-sm">
      <p className="flex min-w-52 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
        {edition === 0 ? words.asShipped : words.publishedBy({ edition, name })}
        {publishedAt ? <Moment at={publishedAt} className="text-sub" /> : null}
        {workbench.isChanged ? <Badge tone="orange">{words.draftChanged}</Badge> : null}
      </p>
      <Carrying language={language} revision={workbench.revision} mayChange={mayChange} />
      <Button
        kind="primary"
        keys="alt+t"
        keysInFields
        icon={<FlaskConical aria-hidden size={16} />}
        onPress={() => setTrying(true)}
      >
        {words.tryIt}
      </Button>
      {isTrying ? (
        <PublishDialog
          language={language}
          mayPublish={mayChange && workbench.isChanged}
          onClose={() => setTrying(false)}
        />
      ) : null}
    </div>
  )
}
