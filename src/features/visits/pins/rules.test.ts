import { expect, it } from 'vitest'
import { whyNotPins } from './rules.ts'

it.each([
  ['4826', '7391', null],
  ['48261', '73915', null],
  ['0000', '7391', 'visits.pin-plain'],
  ['7391', '1234', 'visits.pin-plain'],
  ['98765', '73915', 'visits.pin-plain'],
  ['4826', '73915', 'visits.pin-lengths'],
  ['4826', '4826', 'visits.pin-near'],
  ['4826', '4827', 'visits.pin-near'],
  ['4826', '9826', 'visits.pin-near'],
  ['4826', '8426', 'visits.pin-near'],
  ['4826', '6284', 'visits.pin-near'],
] as const)('%s と %s は %s', (pin, duressPin, why) => {
  expect(whyNotPins(pin, duressPin)).toBe(why)
})
