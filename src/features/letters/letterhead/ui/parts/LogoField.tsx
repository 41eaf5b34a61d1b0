import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { FilePicker } from '#kit/FilePicker.tsx'
import { useMessages } from '#kit/language.tsx'
import { letterheadMessages } from '../../messages.ts'
import type { Fields } from './LetterheadFields.tsx'

const most = 500_000

/** A picture above the name. What is no picture is refused here at once, and by the server whatever the door. */
export function LogoField({ letterhead, change, mayChange }: Fields) {
  const { words } = useMessages(letterheadMessages)
  const [why, setWhy] = useState<string | null>(null)

  async function take([file]: readonly File[]) {
    if (!file) return
    if (!/^image\/(?:png|jpeg)$/u.test(file.type)) return setWhy(words.logoKind)
    if (file.size > most) return setWhy(words.logoLarge)
    setWhy(null)
    change({ logo: new Uint8Array(await file.arrayBuffer()).toBase64() })
  }

  return (
    <section aria-label={words.fields.logo} className="flex flex-col gap-2">
      <p className="text-sm font-medium">{words.fields.logo}</p>
      {letterhead.logo === null ? null : (
        <div className="flex items-center gap-3">
          <img
            src={`data:;base64,${letterhead.logo}`}
            alt={words.fields.logo}
            className="max-h-14 max-w-48 rounded-md bg-white p-1"
          />
          {mayChange ? (
            <Button
              size="small"
              kind="quiet"
              icon={<X aria-hidden size={15} />}
              onPress={() => change({ logo: null })}
            >
              {words.removeLogo}
            </Button>
          ) : null}
        </div>
      )}
      {mayChange ? (
        <FilePicker
          label={words.chooseLogo}
          hint={words.logoHint}
          onFiles={(files) => void take(files)}
        />
      ) : null}
      {why ? (
        <p role="alert" className="rounded-lg bg-red-bg px-3 py-2 text-sm text-red">
          {why}
        </p>
      ) : null}
    </section>
  )
}
