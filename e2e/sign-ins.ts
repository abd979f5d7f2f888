import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type SignedInAudience = 'company' | 'financier' | 'official'

export interface SignIn {
  audience: SignedInAudience
  email: string
  password: string
  organisation: string
}

/** Who may sign in to the demonstration city; the filling wrote it down. */
export function signInOf(audience: SignedInAudience): SignIn {
  const file = process.env.DEMO_SIGN_INS ?? join(process.cwd(), '.data', 'demo-sign-ins.json')
  const all = JSON.parse(readFileSync(file, 'utf8')) as SignIn[]
  const found = all.find((one) => one.audience === audience)
  if (found === undefined) throw new Error(`${file} has no sign-in for ${audience}`)
  return found
}
