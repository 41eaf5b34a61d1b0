import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import type pg from 'pg'
import { rememberedFor } from '#platform/remembered-for.ts'

export type SignIn = {
  /** Answers everything below /api/access/auth/. */
  handle(request: Request): Promise<Response>
  /** The id of the user whose session the request carries, or null. */
  userIdOf(headers: Headers): Promise<string | null>
  /** Creates a user with a password; returns the id. Throws when the address is taken. */
  enrol(user: { name: string; email: string; password: string }): Promise<string>
}

/** Sessions and passwords by better-auth; who a user is inside an organisation is the access room's matter. */
export function openSignIn(options: { pool: pg.Pool; secret: string; baseUrl: string }): SignIn {
  const { pool: database, secret, baseUrl: baseURL } = options
  const auth = betterAuth({ ...settings, database, secret, baseURL })
  const known = rememberedFor(rememberedMs, async (cookie: string) => {
    const session = await auth.api.getSession({ headers: new Headers({ cookie }) })
    return session?.user.id ?? null
  })
  return {
    async handle(request) {
      try {
        return await auth.handler(request)
      } finally {
        // Whoever signs out is signed out now; what was asked meanwhile may have found the session still there.
        known.clear()
      }
    },
    userIdOf: (headers) => known.get(headers.get('cookie') ?? ''),
    async enrol(user) {
      const enrolled = await auth.api.signUpEmail({ body: user })
      return enrolled.user.id
    },
  }
}

/** A screen asks several things a second; a session that was ended on another node may last so much longer. */
const rememberedMs = 15_000

const settings = {
  basePath: '/api/access/auth',
  trustedOrigins: (request?: Request) => (request ? sameHost(request) : []),
  telemetry: { enabled: false },
  emailAndPassword: {
    enabled: true,
    minPasswordLength: 10,
    password: {
      hash: (password: string) => hash(password),
      verify: ({ hash: stored, password }: { hash: string; password: string }) =>
        verify(stored, password),
    },
  },
  user: { modelName: 'access_users' },
  session: {
    modelName: 'access_sessions',
    expiresIn: 60 * 60 * 12,
    cookieCache: { enabled: true, maxAge: 60 },
  },
  account: { modelName: 'access_accounts' },
  verification: { modelName: 'access_verifications' },
  // Members are enrolled by an administrator, never by themselves.
  disabledPaths: ['/sign-up/email'],
  rateLimit: {
    enabled: true,
    window: 60,
    max: 300,
    customRules: { '/sign-in/email': { window: 60, max: 20 } },
  },
  // Without the socket's address all clients would share one bucket.
  advanced: { cookiePrefix: 'uketome', ipAddress: { ipAddressHeaders: ['x-uketome-client-ip'] } },
}

// The desk is reached by whatever name the company gave the machine; a form of another site is still refused.
function sameHost(request: Request): string[] {
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  return host ? [`http://${host}`, `https://${host}`] : []
}
