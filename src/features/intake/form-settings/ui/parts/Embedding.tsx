import { Copy, ExternalLink } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { copy } from '#kit/clipboard.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { showToast } from '#kit/toasts.ts'
import type { ShownFormSettings } from '../../contract.ts'
import { formSettingsMessages } from '../../messages.ts'

/** Where the form stands, the line that brings it into another site, and how it looks. */
export function Embedding({ settings }: { settings: ShownFormSettings }) {
  const { words } = useMessages(formSettingsMessages)
  const { origin } = globalThis.location
  const address = `${origin}/form/${settings.slug}`
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <Section title={words.address}>
        <Given text={address} name={words.address} />
        <a
          href={address}
          target="_blank"
          rel="noreferrer"
          className="tap inline-flex items-center gap-1.5 self-start text-sm text-accent underline underline-offset-4"
        >
          <ExternalLink aria-hidden size={15} />
          {words.open}
        </a>
      </Section>
      <Section title={words.code}>
        {settings.framedBy.length === 0 ? (
          <p className="text-sm text-sub">{words.codeNeedsSite}</p>
        ) : (
          <>
            <p className="text-sm text-sub">{words.codeHint}</p>
            <Given
              text={`<script src="${origin}/embed.js" data-form="${settings.slug}" async></script>`}
              name={words.code}
            />
          </>
        )}
      </Section>
      <Section title={words.preview}>
        <p className="text-sm text-sub">{words.previewHint}</p>
        {/* oxlint-disable-next-line react/iframe-missing-sandbox -- a page of our own, which keeps its draft */}
        <iframe
          title={words.preview}
          src={`/form/${settings.slug}`}
          className="h-[40rem] w-full max-w-[26rem] rounded-xl border border-line bg-bg"
        />
      </Section>
    </div>
  )
}

/** Something to be taken elsewhere as it is. */
function Given({ text, name }: { text: string; name: string }) {
  const { words } = useMessages(formSettingsMessages)
  async function toClipboard() {
    if (await copy(text)) showToast({ text: words.copied, tone: 'done' })
  }
  return (
    <div className="flex items-start gap-2">
      <code className="min-w-0 flex-1 rounded-lg border border-line bg-bg px-3 py-2 text-xs break-all select-all">
        {text}
      </code>
      <Button
        size="small"
        label={`${words.copy}：${name}`}
        icon={<Copy aria-hidden size={15} />}
        onPress={() => void toClipboard()}
      >
        {words.copy}
      </Button>
    </div>
  )
}
