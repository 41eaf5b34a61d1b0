/** An origin as a browser names it; null for what is none. `example.jp` is taken for https. */
export function originOf(site: string): string | null {
  const text = site.normalize('NFKC').trim().toLowerCase()
  const [, scheme = 'https', host] =
    /^(?:(https?):\/\/)?([a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?)(?:\/.*)?$/u.exec(text) ?? []
  return host === undefined || !/\.|^localhost/u.test(host) ? null : `${scheme}://${host}`
}
