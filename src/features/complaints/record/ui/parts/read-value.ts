import type { Details } from '#features/complaints/contract.ts'

/** What was typed, in the shape the record keeps it; null when it cannot be one. */
export function readDetail(field: keyof Details, typed: string): Details | null {
  const text = typed.normalize('NFKC').trim()
  if (field === 'price') {
    const yen = Number(text.replaceAll(/[,円¥\s]/g, ''))
    return Number.isSafeInteger(yen) && yen >= 0 && text !== '' ? { price: yen } : null
  }
  if (field === 'purchasedOn') {
    return /^\d{4}-\d\d-\d\d$/.test(text) ? { purchasedOn: text } : null
  }
  return typed.trim() === '' ? null : { [field]: typed.trim() }
}
