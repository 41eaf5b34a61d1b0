/** What was typed to find somebody, put where it belongs when nobody was found. */
export function startOf(typed: string): { phone?: string; email?: string; name?: string } {
  const text = typed.trim()
  if (text === '') return {}
  if (text.includes('@')) return { email: text }
  return /^[\d０-９+＋()（）\-－ー‐ 　]{6,}$/.test(text) ? { phone: text } : { name: text }
}
