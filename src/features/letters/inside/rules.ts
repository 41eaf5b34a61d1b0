/** Whose link was sealed (platform/vault): one letter's does not open as another's. */
export function linkPlace(letterId: string): string {
  return `letters/${letterId}/link`
}
