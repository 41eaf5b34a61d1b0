import { withinWall } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { memberScope, newOrganisation, type Scope } from '#features/access/door.ts'
import type { DemoSignIn } from '#features/access/contract.ts'
import {
  insertMember,
  insertOrganisation,
  insertTeam,
  updateDemoSignIns,
} from '#features/access/store.ts'
import { seedRules } from '#features/remedies/door.ts'
import {
  company,
  demoPassword,
  demoPins,
  staff,
  teams,
  type Person,
  type StaffKey,
} from '#test/cast.ts'

/** Gives a person a user to sign in with; null when they are not to sign in. */
export type Enrol = (person: Person) => Promise<string | null>
export type ScopeOf = (key: StaffKey) => Scope

/** The company of the cast: teams, people, the shipped rules of remedies. Answers who may act for it. */
export async function makeCompany(ports: Ports, enrol: Enrol): Promise<ScopeOf> {
  const organisation = newOrganisation(ports.ids.next(), company)
  const createdAt = ports.clock.now().toString()
  await insertOrganisation(ports.db, { ...organisation, createdAt })
  const teamIds = new Map<string, string>()
  await withinWall(ports.db, organisation.id, async (tx) => {
    for (const [key, name] of Object.entries(teams)) {
      teamIds.set(key, ports.ids.next())
      await insertTeam(tx, organisation.id, { id: teamIds.get(key) ?? '', name })
    }
    await seedRules(ports, tx, organisation.id)
  })
  const scopes = new Map<string, Scope>()
  for (const [key, person] of Object.entries<Person>(staff)) {
    const id = ports.ids.next()
    const { name, kana, title, roles, email = '' } = person
    const userId = await enrol(person)
    const teamId = teamIds.get(person.team) ?? null
    await insertMember(ports.db, organisation.id, { id, userId, name, kana, title, roles, teamId })
    const viewer = { memberId: id, name, email, roles: [...roles], teams: [], organisation }
    scopes.set(key, memberScope(viewer, 'ja'))
  }
  await updateDemoSignIns(ports.db, organisation.id, signIns())
  return (key) => {
    const scope = scopes.get(key)
    if (!scope) throw new Error(`${key} is not in the cast`)
    return scope
  }
}

const phoneNote = `携帯の画面 /visit/　終了の番号 ${demoPins.pin}、迫られたときの番号 ${demoPins.duressPin}`

function signIns(): DemoSignIn[] {
  return Object.values<Person>(staff).flatMap(({ email, name, title, roles }) => {
    const note = roles.some((role) => role === 'visitor') ? phoneNote : ''
    return email ? [{ email, name, title, password: demoPassword, note }] : []
  })
}
