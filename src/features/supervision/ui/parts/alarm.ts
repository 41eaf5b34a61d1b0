const storageKey = 'uketome.board.sound'
let context: AudioContext | undefined
let isRinging = false

/** Silent until the person has said otherwise by a click; browsers ask the same. */
export function isSoundOn(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'on'
  } catch {
    return false
  }
}

export function switchSound(isOn: boolean): void {
  try {
    localStorage.setItem(storageKey, isOn ? 'on' : 'off')
  } catch {
    // Private windows may refuse to keep anything; it is asked for again next time.
  }
  if (isOn) ring()
}

/** Two soft tones, a fifth apart: heard in a room full of voices, no siren. Those that had to wait sound once. */
export function ring(): void {
  const audio = speaker()
  if (!audio || isRinging) return
  isRinging = true
  audio
    .resume()
    .then(() => {
      tone(audio, 587, 0)
      tone(audio, 880, 0.22)
    })
    .catch(() => {}) // No loudspeaker: title, list and notification are still there.
    .finally(() => (isRinging = false))
}

/** After a reload browsers keep a page silent until something is pressed in it; the person must know. */
export function isMuted(): boolean {
  return isSoundOn() && speaker()?.state === 'suspended'
}

/** Calls back when that changes, and lets the next press end it. */
export function watchMuting(changed: () => void): () => void {
  const unmute = () => {
    if (isMuted())
      void speaker()
        ?.resume()
        .catch(() => {})
  }
  const stop = new AbortController()
  if (isSoundOn()) speaker()?.addEventListener('statechange', changed, stop)
  for (const press of ['pointerup', 'keyup']) addEventListener(press, unmute, stop)
  return () => stop.abort()
}

function speaker(): AudioContext | undefined {
  if (!('AudioContext' in globalThis)) return undefined
  context ??= new AudioContext()
  return context
}

function tone(audio: AudioContext, frequency: number, delay: number): void {
  const from = audio.currentTime + delay
  const source = audio.createOscillator()
  const volume = audio.createGain()
  source.frequency.value = frequency
  volume.gain.setValueAtTime(0, from)
  volume.gain.linearRampToValueAtTime(0.18, from + 0.03)
  volume.gain.exponentialRampToValueAtTime(0.001, from + 0.6)
  source.connect(volume).connect(audio.destination)
  source.start(from)
  source.stop(from + 0.65)
}

export type Permission = NotificationPermission | 'unavailable'

/** Browsers notify only from an address that is https (or this very machine). */
export function permission(): Permission {
  if (!isSecureContext || !('Notification' in globalThis)) return 'unavailable'
  return Notification.permission
}

/** Names nobody's customer: it may light up on a screen that others see. */
export function notify(id: string, title: string, body: string): void {
  if (permission() !== 'granted') return
  try {
    const shown = new Notification(title, { body, tag: id })
    shown.addEventListener('click', () => {
      globalThis.focus()
      shown.close()
    })
  } catch {
    // Phones show notifications only from a service worker: there the page itself has to be enough.
  }
}
