const storageKey = 'uketome.board.sound'
let context: AudioContext | undefined

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

/** Two soft tones, a fifth apart: heard in a room full of voices, no siren. */
export function ring(): void {
  context ??= new AudioContext()
  // After a reload it stays suspended until something is pressed.
  void context.resume()
  tone(context, 587, 0)
  tone(context, 880, 0.22)
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

export type Permission = 'default' | 'granted' | 'denied'

export function permission(): Permission {
  return 'Notification' in globalThis ? Notification.permission : 'denied'
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
