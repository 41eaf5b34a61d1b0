/** ３，０００円 → 3000; null when it is no whole amount. */
export function readYen(typed: string): number | null {
  const digits = typed.normalize('NFKC').replaceAll(/[,円¥\s]/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}
