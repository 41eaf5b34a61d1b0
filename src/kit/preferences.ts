import { useSyncExternalStore } from 'react'
import type { Language } from '#kernel/dictionary.ts'

/** How this person likes the screen; kept in this browser. */
export type Preferences = {
  readonly theme: 'system' | 'light' | 'dark'
  readonly density: 'comfortable' | 'compact'
  readonly language: Language
  /** WCAG 2.1.4: shortcuts of a single letter can be switched off. */
  readonly singleKeys: boolean
}

// The same key as in appearance.js, which sets the theme before the first paint.
const storageKey = 'uketome.preferences'
const fresh: Preferences = {
  theme: 'system',
  density: 'comfortable',
  language: 'ja',
  singleKeys: true,
}

let current = read()
const listeners = new Set<() => void>()

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences)
}

export function preferences(): Preferences {
  return current
}

export function changePreferences(changes: Partial<Preferences>): void {
  current = { ...current, ...changes }
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // Private windows may refuse to keep anything; the choice then lasts until the tab closes.
  }
  applyPreferences()
  for (const listener of listeners) listener()
}

/** Puts the choices on `<html>`, where the style sheets look for them. */
export function applyPreferences(): void {
  const root = document.documentElement
  const isDark =
    current.theme === 'system'
      ? matchMedia('(prefers-color-scheme: dark)').matches
      : current.theme === 'dark'
  root.dataset['theme'] = isDark ? 'dark' : 'light'
  root.dataset['density'] = current.density
  root.lang = current.language
}

/** Follows the operating system while nothing else was chosen. Answers how to stop. */
export function followSystemTheme(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', applyPreferences)
  return () => dark.removeEventListener('change', applyPreferences)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return understood(kept)
  } catch {
    return fresh
  }
}

function understood(kept: unknown): Preferences {
  const has = (name: string, value: unknown) =>
    typeof kept === 'object' && kept !== null && Reflect.get(kept, name) === value
  return {
    theme: has('theme', 'dark') ? 'dark' : has('theme', 'light') ? 'light' : fresh.theme,
    density: has('density', 'compact') ? 'compact' : fresh.density,
    language: has('language', 'en') ? 'en' : fresh.language,
    singleKeys: !has('singleKeys', false),
  }
}
