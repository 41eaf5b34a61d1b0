import { Images } from 'lucide-react'
import { useState } from 'react'
import { mailMessages } from '#features/intake/mail/messages.ts'
import { mailPagesPath } from '#features/intake/mail/contract.ts'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'

/** A mail as its sender laid it out, in a frame that can do nothing. */
export function Page(props: { mailId: string; title: string; hasRemoteImages: boolean }) {
  const { words } = useMessages(mailMessages)
  const language = useLanguage()
  const [images, setImages] = useState(false)
  const asked = `?in=${language}${images ? '&images' : ''}`
  return (
    <div className="flex flex-col gap-2">
      <p className="text-xs text-sub">{words.pageLead}</p>
      {props.hasRemoteImages && !images ? (
        <div className="flex flex-wrap items-center gap-2">
          <p className="text-xs text-sub">{words.images}</p>
          <Button
            size="small"
            icon={<Images aria-hidden size={15} />}
            onPress={() => setImages(true)}
          >
            {words.loadImages}
          </Button>
        </div>
      ) : null}
      <iframe
        key={asked}
        title={props.title}
        src={`${mailPagesPath}/${props.mailId}/page${asked}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        className="h-[60vh] w-full resize-y rounded-md border border-line bg-white"
      />
    </div>
  )
}
