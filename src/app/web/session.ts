import { preferences } from '#kit/preferences.ts'

export type SignedIn = 'yes' | 'wrong' | 'tooMany' | 'unreachable'

/** better-auth keeps the session in a cookie; nothing of it is kept here. */
export async function signIn(email: string, password: string): Promise<SignedIn> {
  const response = await post('sign-in/email', {
    email: email.trim().normalize('NFKC'),
    password,
    rememberMe: true,
  })
  if (!response || response.status >= 500) return 'unreachable'
  if (response.ok) return 'yes'
  return response.status === 429 ? 'tooMany' : 'wrong'
}

export async function signOut(): Promise<void> {
  await post('sign-out', {})
  // A fresh start: nothing of this person stays in memory.
  location.assign('/sign-in')
}

function post(path: string, body: unknown): Promise<Response | undefined> {
  return fetch(`/api/access/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': preferences().language },
    body: JSON.stringify(body),
  }).catch(() => undefined)
}
