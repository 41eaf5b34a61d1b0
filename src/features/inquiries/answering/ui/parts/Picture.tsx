import { Download, ZoomIn } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { sizeOf } from '#kit/sizes.ts'
import type { Seen } from '../../../contract.ts'
import { pagePicturesPath } from '../../contract.ts'
import { answeringMessages } from '../../messages.ts'

type File = Seen['evidence'][number]

/** One file. The little picture comes by itself; the whole one, which may be large, when somebody asks for it. */
export function Picture({ file, slug, token }: { file: File; slug: string; token: string }) {
  const { words } = useMessages(answeringMessages)
  const language = useLanguage()
  const [small, setSmall] = useState('')
  const [whole, setWhole] = useState('')
  const [isBusy, setBusy] = useState(false)
  const { id, name, isPictured } = file
  useEffect(() => {
    if (!isPictured) return
    let isGone = false
    void bytesOf({ slug, token, evidenceId: id, isWhole: false }).then((url) => {
      if (url && !isGone) setSmall(url)
    })
    return () => {
      isGone = true
    }
  }, [id, isPictured, slug, token])
  async function fetchWhole() {
    setBusy(true)
    const url = await bytesOf({ slug, token, evidenceId: id, isWhole: true })
    setBusy(false)
    if (!url) return
    if (isPictured) return setWhole(url)
    const link = document.createElement('a')
    Object.assign(link, { href: url, download: name }).click()
  }
  const label = isPictured ? words.look({ name }) : words.keep({ name })
  return (
    <div className="flex flex-col gap-2 rounded-xl border border-line bg-surface p-3">
      <div className="flex items-center gap-3">
        {small && !whole ? (
          <img src={small} alt="" className="size-14 shrink-0 rounded-lg object-cover" />
        ) : null}
        <p className="min-w-0 flex-1 text-sm wrap-anywhere">
          {name}
          <span className="block text-xs text-sub">{sizeOf(file.size, language)}</span>
        </p>
        {whole ? null : (
          <Button
            label={label}
            icon={
              isPictured ? <ZoomIn aria-hidden size={18} /> : <Download aria-hidden size={18} />
            }
            isBusy={isBusy}
            onPress={() => void fetchWhole()}
          />
        )}
      </div>
      {whole ? <img src={whole} alt={name} className="w-full rounded-lg" /> : null}
    </div>
  )
}

/** The token goes in the body, so that no address or log ever has it; empty when it could not be fetched. */
async function bytesOf(asked: {
  slug: string
  token: string
  evidenceId: string
  isWhole: boolean
}): Promise<string> {
  const { slug, ...body } = asked
  try {
    const response = await fetch(pagePicturesPath(slug), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.ok ? URL.createObjectURL(await response.blob()) : ''
  } catch {
    return ''
  }
}
