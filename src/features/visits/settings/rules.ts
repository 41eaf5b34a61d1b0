import type { Role } from '#features/access/contract.ts'
import { waysTo } from '../telling/rules.ts'
import type { VisitsSettings, Ways, WayTrouble } from './contract.ts'

export type Reaching = {
  readonly settings: VisitsSettings
  readonly members: readonly {
    readonly id: string
    readonly name: string
    readonly roles: readonly Role[]
  }[]
  /** Those who have registered a browser. */
  readonly withBrowser: ReadonlySet<string>
  readonly canSendMail: boolean
  /** What signs messages to the gateway; `broken`: it was sealed with another secret of this server. */
  readonly secret: 'none' | 'broken' | 'fine'
}

/** What an administrator can put right before an alarm needs it, the worst first. */
export function troublesOf(reaching: Reaching): Ways['troubles'] {
  const { settings, canSendMail, secret } = reaching
  const has = (part: 'mail' | 'phone') => settings.contacts.some((each) => each[part] !== '')
  const isGateway = settings.gatewayUrl !== ''
  const alone = seeingOnlyScreens(reaching)
  const found: readonly (readonly [WayTrouble, boolean])[] = [
    ['screen-only', alone.length > 0],
    ['mail-no-mailbox', settings.usesMail && has('mail') && !canSendMail],
    ['gateway-secret', isGateway && secret === 'broken'],
    ['gateway-nobody', isGateway && !has('phone')],
    ['gateway-unsigned', isGateway && secret === 'none'],
    ['push-nobody', settings.usesPush && reaching.withBrowser.size === 0],
    ['mail-nobody', settings.usesMail && canSendMail && !has('mail')],
  ]
  return found.flatMap(([code, isSo]) =>
    isSo ? [{ code, names: code === 'screen-only' ? alone : [] }] : [],
  )
}

/** Names of the supervisors who would notice an alarm on an open screen alone. */
function seeingOnlyScreens(reaching: Reaching): string[] {
  return reaching.members.flatMap(({ id, name, roles }) => {
    const ways = waysTo(reaching.settings, id).filter((way) => arrives(reaching, id, way))
    return roles.includes('supervisor') && ways.length === 0 ? [name] : []
  })
}

/** Would it come to somebody who looks at no screen? */
function arrives(reaching: Reaching, memberId: string, way: string): boolean {
  if (way === 'push') return reaching.withBrowser.has(memberId)
  if (way === 'mail') return reaching.canSendMail
  return way === 'gateway' && reaching.secret !== 'broken'
}
