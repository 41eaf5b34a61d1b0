import '#kit/kit.css'
import { applyPreferences, followSystemTheme, preferences } from '#kit/preferences.ts'
import { listenForShortcuts } from '#kit/shortcuts.ts'
import { fetchWords } from './words.ts'

async function start() {
  applyPreferences()
  followSystemTheme()
  listenForShortcuts(document)
  void import('#kit/fonts.css')
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  const [{ mount }] = await Promise.all([import('./mount.tsx'), fetchWords(preferences().language)])
  mount(document.getElementById('root'))
}

void start()
