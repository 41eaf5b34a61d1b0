/** Somebody tries to end this visit who does not know how: from then on it is taken for a call for help. */
export const mostWrongPins = 5

export type PinTrouble = 'visits.pin-plain' | 'visits.pin-lengths' | 'visits.pin-near'

/** A slip of one finger must never turn the one PIN into the other, nor two digits in the wrong order. */
export function whyNotPins(pin: string, duressPin: string): PinTrouble | null {
  if (isPlain(pin) || isPlain(duressPin)) return 'visits.pin-plain'
  // Else the number of dots would tell somebody who has seen both.
  if (pin.length !== duressPin.length) return 'visits.pin-lengths'
  const differing = [...pin].filter((digit, place) => digit !== duressPin[place]).length
  const isReordered = [...pin].toSorted().join('') === [...duressPin].toSorted().join('')
  return differing < 2 || isReordered ? 'visits.pin-near' : null
}

/** 0000, 1234, 9876: the first that anybody tries. */
function isPlain(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, place) => Number(digit) - Number(pin[place])))
  return steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step))
}
