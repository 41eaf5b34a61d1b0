import type { Channel } from '../alarms/contract.ts'
import type { Contact, VisitsSettings } from '../settings/contract.ts'

/** For whom the vault keeps what signs messages to the gateway. */
export const gatewayPlace = 'visits:gateway'

export type Filling = { readonly phone: string; readonly text: string; readonly level: string }

/** The company's own JSON with what is to be said in it; whatever stands in the text stays inside its quotation marks. */
export function filled(template: string, values: Filling): string {
  return template.replaceAll(/\{\{(phone|text|level)\}\}/g, (_, name: string) =>
    JSON.stringify(valueOf(values, name)).slice(1, -1),
  )
}

function valueOf({ phone, text, level }: Filling, name: string): string {
  return name === 'phone' ? phone : name === 'text' ? text : level
}

/** Would it be JSON, with a number and a text in it? */
export function isTemplate(template: string): boolean {
  if (!template.includes('{{phone}}') || !template.includes('{{text}}')) return false
  try {
    JSON.parse(filled(template, { phone: '0', text: '"\n\\', level: 'alarm' }))
    return true
  } catch {
    return false
  }
}

/** What became of one message by one way. `again`: worth another try. `detail`: a code of ours, or what was answered. */
export type Outcome = { readonly result: 'delivered' | 'again' | 'failed'; readonly detail: string }

/** Seconds before the next try, after so many tries; null: given up, the next rung tells again. */
export function nextTryIn(attempts: number): number | null {
  return [5, 15][attempts - 1] ?? null
}

/** Who is answered 4xx has asked wrongly and would again; but for being too late, too early or too many. */
const worthAnother = [408, 425, 429]

/** What a gateway answered over HTTP. */
export function outcomeOf(status: number, answer: string): Outcome {
  if (status >= 200 && status < 300) return { result: 'delivered', detail: '' }
  const isWrong = status < 500 && !worthAnother.includes(status)
  return { result: isWrong ? 'failed' : 'again', detail: `${status} ${answer}`.trim() }
}

export function contactOf({ contacts }: VisitsSettings, memberId: string): Contact | undefined {
  return contacts.find((each) => each.memberId === memberId)
}

/** How this person is told of an alarm, as the company has set it. */
export function waysTo(settings: VisitsSettings, memberId: string): Channel[] {
  const contact = contactOf(settings, memberId)
  return [
    'screen',
    ...(settings.usesPush ? (['push'] as const) : []),
    ...(settings.usesMail && contact?.mail ? (['mail'] as const) : []),
    ...(settings.gatewayUrl !== '' && contact?.phone ? (['gateway'] as const) : []),
  ]
}
