/** For what is chosen in a strip that scrolls, also as its ref: one sees what one is in, and what stands beside it. */
export function intoSight(element: Element | null | undefined): void {
  element?.scrollIntoView({ block: 'nearest', inline: 'center' })
}
