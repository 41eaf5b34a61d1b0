/** How a reply begins: whom it is for, and who writes in whose name. Never 様 twice. */
export function openingWords(told: {
  readonly customer: string
  readonly organisation: string
  readonly writer: string
}): string {
  const name = told.customer.trim().replace(/\s*(?:様|さま)$/u, '')
  const writer = told.writer === '' ? told.organisation : `${told.organisation}の${told.writer}`
  return `${name === '' ? 'お客' : name}様\n\nご連絡をいただき、ありがとうございます。\n${writer}でございます。\n\n`
}
