import type { ProtectionSettings } from './contract.ts'

/** What a company begins with; all of it is its own to change. Held against the law on 2026-11-22. */
export const usualProtection: ProtectionSettings = {
  keepYears: 3,
  offences: [
    { name: '名誉毀損', basis: '刑法230条・232条' },
    { name: '侮辱', basis: '刑法231条・232条' },
    { name: '器物損壊', basis: '刑法261条・264条' },
    { name: '信書開封・秘密漏示', basis: '刑法133〜135条' },
  ],
  platforms: [
    'Google',
    'YouTube',
    'Facebook',
    'Instagram',
    'X',
    'TikTok',
    'LINE',
    'Yahoo! JAPAN',
    'Pinterest',
    'Ameba',
    'ニコニコ',
    '爆サイ.com',
  ],
  checkedOn: '2026-11-22',
}

/** A platform is one of the list whatever its letters' width or case. */
export function isDesignated(platform: string, platforms: readonly string[]): boolean {
  const key = keyOf(platform)
  return platforms.some((each) => keyOf(each) === key)
}

function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')
}
