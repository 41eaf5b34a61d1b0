import { Globe } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useLanguage } from '#kit/language.tsx'
import { changePreferences } from '#kit/preferences.ts'

const names = { ja: '日本語', en: 'English' } as const

/** The other language, by its own name: whoever needs it cannot read the one that is shown. */
export function LanguageLink() {
  const other = useLanguage() === 'ja' ? 'en' : 'ja'
  return (
    <span lang={other}>
      <Button
        kind="quiet"
        size="small"
        icon={<Globe aria-hidden size={16} />}
        onPress={() => changePreferences({ language: other })}
      >
        {names[other]}
      </Button>
    </span>
  )
}
