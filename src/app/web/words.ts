import type { Language } from '#kernel/dictionary.ts'
import { kitMessages } from '#kit/messages.ts'
import { changePreferences, preferences } from '#kit/preferences.ts'
import { showToast } from '#kit/toasts.ts'

/** The words of the staff's screens; nothing may be drawn before they are there. */
export async function fetchWords(language: Language): Promise<void> {
  await (language === 'ja' ? import('./words/ja.ts') : import('./words/en.ts'))
}

/** What the record says of its entries; its list waits for them, the rest of the page does not. */
export async function fetchEventWords(language: Language): Promise<void> {
  await fetchWords(language)
  await (language === 'ja' ? import('./words/ja-events.ts') : import('./words/en-events.ts'))
}

/** Turns the screens to the other language as soon as its words are there. */
export async function speak(language: Language): Promise<void> {
  try {
    await fetchWords(language)
    changePreferences({ language })
  } catch {
    showToast({ text: kitMessages[preferences().language].unreachable, tone: 'trouble' })
  }
}
