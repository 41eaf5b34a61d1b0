/** Our own codes in words; what a server said as it said it. */
export function detailIn(details: Readonly<Record<string, string>>, detail: string): string {
  return details[detail] ?? detail
}
