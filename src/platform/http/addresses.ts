import { BlockList, isIP, isIPv6 } from 'node:net'

/** Ranges that belong to nobody on the public internet (IANA special-purpose registries, looked up 2026-11). */
const v4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
/** With those that carry an IPv4 address inside: mapped, NAT64, 6to4, Teredo. */
const v6 = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const

/** Apart: one list would take ::ffff:0:0/96 for every IPv4 address. */
class Ranges {
  readonly #lists = { ipv4: new BlockList(), ipv6: new BlockList() }
  add(from: string, bits: number): void {
    this.#lists[familyOf(from)].addSubnet(from, bits, familyOf(from))
  }
  has = (address: string): boolean =>
    this.#lists[familyOf(address)].check(address, familyOf(address))
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4'
}

const barred = new Ranges()
for (const [from, bits] of [...v4, ...v6]) barred.add(from, bits)

/** Addresses inside one's own network that may be reached all the same: `10.1.2.3`, `10.1.0.0/16`, `fd00::/8`. */
export type Inside = { readonly has: (address: string) => boolean }

/** Throws with a sentence for what is no address. */
export function insideFrom(text: string): Inside {
  const allowed = new Ranges()
  for (const each of text.split(/[\s,]+/u).filter(Boolean)) {
    const [address = '', bits] = each.split('/')
    const most = isIPv6(address) ? 128 : 32
    const wide = Number(bits ?? most)
    if (isIP(address) === 0 || !Number.isInteger(wide) || wide < 0 || wide > most)
      throw new Error(
        `UKETOME_WEBHOOKS_INSIDE の「${each}」は使えません。10.1.2.3 や 10.1.0.0/16 の形で書いてください。`,
      )
    allowed.add(address, wide)
  }
  return allowed
}

/** May we send there? Only to the public internet, and to what was let in by name. */
export function mayReach(address: string, inside: Inside): boolean {
  if (isIP(address) === 0) return false
  return inside.has(address) || !barred.has(address)
}
