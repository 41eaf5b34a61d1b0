/**
 * For what is chosen in a strip (`nav`) that scrolls, also as its ref: one sees what one is in, and what stands beside it.
 * Not by scrollIntoView: in Chromium the Tab key would then begin here, behind the link to the content.
 */
export function intoSight(element: Element | null | undefined): void {
  const strip = element?.closest('nav')
  if (!element || !strip) return
  const [own, whole] = [element.getBoundingClientRect(), strip.getBoundingClientRect()]
  strip.scrollLeft += own.left + own.width / 2 - whole.left - whole.width / 2
}
