import { createContext, use, useEffect, useEffectEvent, useId, useSyncExternalStore } from 'react'
import { isComposing, strokeOf, type KeyPress } from '#kit/keys.ts'
import { preferences } from '#kit/preferences.ts'

export type Shortcut = {
  /** `j`, `mod+k`, `g i` (one after the other). Several: the first is the one shown. */
  readonly keys: string | readonly string[]
  readonly label: string
  /** Heading in the sheet; without one it works everywhere. */
  readonly group?: string
  readonly run: () => void
  readonly isOff?: boolean
  /** Also while typing; for strokes with Ctrl/⌘. */
  readonly inFields?: boolean
}

type Entry = Shortcut & { readonly layer: number }

const entries = new Map<string, Entry>()
const layers: number[] = []
const listeners = new Set<() => void>()
let shown: readonly Entry[] = []
let prefix = ''
let prefixTimer: ReturnType<typeof setTimeout> | undefined

/** 0 is the page; each open dialog is one above, and silences what lies below. */
export const ShortcutLayer = createContext(0)

/** A key that does something while this component is on the screen; listed in `?` and in the palette. */
export function useShortcut(shortcut: Shortcut): void {
  const id = useId()
  const layer = use(ShortcutLayer)
  const run = useEffectEvent(() => shortcut.run())
  const { label, group, isOff, inFields } = shortcut
  const keys = allKeys(shortcut).join('|')
  useEffect(() => {
    if (isOff || keys === '') return
    entries.set(id, {
      keys: keys.split('|'),
      label,
      ...(group === undefined ? {} : { group }),
      inFields: inFields ?? false,
      run: () => run(),
      layer,
    })
    tell()
    return () => {
      entries.delete(id)
      tell()
    }
  }, [id, keys, label, group, isOff, inFields, layer])
}

/** Called by what covers the page; answers the number for `ShortcutLayer`. */
export function useOwnLayer(isOpen: boolean): number {
  const layer = use(ShortcutLayer) + 1
  useEffect(() => {
    if (!isOpen) return
    layers.push(layer)
    return () => void layers.splice(layers.lastIndexOf(layer), 1)
  }, [isOpen, layer])
  return layer
}

/** What works on the page right now, for the sheet and the palette. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => shown)
}

export function listenForShortcuts(target: Document): () => void {
  target.addEventListener('keydown', onKeyDown)
  return () => target.removeEventListener('keydown', onKeyDown)
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || (event.repeat && !isWalking(event.key)) || isComposing(event))
    return
  const found = shortcutFor(event, isTyping(event.target))
  if (!found) return
  event.preventDefault()
  found.run()
}

/** Which shortcut this press means; remembers the first stroke of a sequence. Exported for its test. */
export function shortcutFor(press: KeyPress, typing: boolean): Shortcut | undefined {
  if (['Shift', 'Control', 'Meta', 'Alt'].includes(press.key)) return undefined
  const stroke = strokeOf(press)
  const wanted = prefix ? `${prefix} ${stroke}` : stroke
  setPrefix('')
  const layer = layers.at(-1) ?? 0
  const usable = [...entries.values()].filter(
    (entry) => entry.layer === layer && (!typing || entry.inFields) && isAllowed(wanted),
  )
  const found = usable.findLast((entry) => entry.keys.includes(wanted))
  if (
    !found &&
    usable.some((entry) => allKeys(entry).some((keys) => keys.startsWith(`${wanted} `)))
  )
    setPrefix(wanted)
  return found
}

function setPrefix(next: string): void {
  clearTimeout(prefixTimer)
  prefix = next
  if (next) prefixTimer = setTimeout(() => (prefix = ''), 1200)
}

function isAllowed(keys: string): boolean {
  return (
    preferences().singleKeys || keys.includes('mod+') || (keys.length > 1 && !keys.includes(' '))
  )
}

/** Held down, it goes on and on. */
function isWalking(key: string): boolean {
  return /^(?:Arrow.*|Page(?:Up|Down)|[jk])$/.test(key)
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button'].includes(target.type)
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}

function allKeys(shortcut: Pick<Shortcut, 'keys'>): readonly string[] {
  return typeof shortcut.keys === 'string' ? [shortcut.keys] : shortcut.keys
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  shown = [...entries.values()].filter((entry) => entry.layer === 0)
  for (const listener of listeners) listener()
}
