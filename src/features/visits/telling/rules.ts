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
