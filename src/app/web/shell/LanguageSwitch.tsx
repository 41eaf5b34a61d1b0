import { Languages } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { webMessages } from '../messages.ts'
import { speak } from '../words.ts'

/** Named in the language it leads to, for those who cannot read the other one. */
export function LanguageSwitch() {
  const { account } = useMessages(webMessages)
  const other = useLanguage() === 'ja' ? 'en' : 'ja'
  return (
    <Button
      kind="quiet"
      size="small"
      icon={<Languages aria-hidden size={16} />}
      onPress={() => void speak(other)}
    >
      <span lang={other}>{other === 'en' ? account.english : account.japanese}</span>
    </Button>
  )
}
