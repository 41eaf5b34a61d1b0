import { request } from 'node:http'
import { Client } from 'pg'
import { demoPassword } from '../test/cast.ts'

/** `prefix-1` to `prefix-<count>`: people with the password of the demo, beside those of the cast. */
export async function enrol(
  databaseUrl: string,
  prefix: string,
  role: string,
  count: number,
): Promise<void> {
  const client = new Client(databaseUrl)
  await client.connect()
  await client.query(
    `with made as (
       insert into access_users (id, name, email, "emailVerified")
       select $2 || '-' || n, $2 || n, $2 || '-' || n || '@demo.example', true
       from generate_series(1, $1::int) as n returning id),
     known as (
       insert into access_accounts (id, "accountId", "providerId", "userId", password, "updatedAt")
       select made.id, made.id, 'credential', made.id, like_them.password, now()
       from made, (select password from access_accounts limit 1) as like_them)
     insert into access_members (id, organisation_id, user_id, name, roles, team_id)
     select gen_random_uuid(), them.organisation_id, made.id, made.id, them.roles, them.team_id
     from made, (select * from access_members where $3 = any(roles) limit 1) as them`,
    [count, prefix, role],
  )
  await client.end()
}

/**
 * The cookies of somebody who was enrolled. Each from a machine of their own, as far as the server can see: a few a minute
 * may sign in from one address.
 */
export function signInAs(url: string, name: string, localAddress: string): Promise<string> {
  const { port } = new URL(url)
  const body = JSON.stringify({ email: `${name}@demo.example`, password: demoPassword })
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        localAddress,
        path: '/api/access/auth/sign-in/email',
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
      },
      (answer) => {
        answer.resume()
        const cookies = answer.headers['set-cookie'] ?? []
        if (answer.statusCode === 200) resolve(cookies.map((each) => each.split(';')[0]).join('; '))
        else reject(new Error(`signing in: ${answer.statusCode}`))
      },
    )
    asked.on('error', reject).end(body)
  })
}
