import '#kit/kit.css'
import { applyPreferences, followSystemTheme } from '#kit/preferences.ts'
import { listenForShortcuts } from '#kit/shortcuts.ts'

async function start() {
  applyPreferences()
  followSystemTheme()
  listenForShortcuts(document)
  void import('#kit/fonts.css')
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  const { mount } = await import('./mount.tsx')
  mount(document.getElementById('root'))
}

void start()
