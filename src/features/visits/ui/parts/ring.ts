let context: AudioContext | undefined

/** Three rising tones: not to be taken for a telephone. Silent where the browser has not allowed sound yet. */
export function ring(): void {
  if (!('AudioContext' in globalThis)) return
  context ??= new AudioContext()
  const audio = context
  audio
    .resume()
    .then(() => [660, 880, 1175].forEach((frequency, at) => tone(audio, frequency, at * 0.18)))
    .catch(() => {}) // No loudspeaker: the screen, and every other way, is still there.
}

function tone(audio: AudioContext, frequency: number, delay: number): void {
  const from = audio.currentTime + delay
  const source = audio.createOscillator()
  const volume = audio.createGain()
  source.frequency.value = frequency
  volume.gain.setValueAtTime(0, from)
  volume.gain.linearRampToValueAtTime(0.25, from + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.001, from + 0.4)
  source.connect(volume).connect(audio.destination)
  source.start(from)
  source.stop(from + 0.45)
}
