import { hash, verify } from '@node-rs/argon2'

/** OWASP's argon2id: 19 MiB, two passes, one lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), options)
}

let dummyHash: Promise<string> | undefined

/** Takes as long for an account that does not exist. */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  dummyHash ??= hashPassword('an account that does not exist')
  const right = await verify(passwordHash ?? (await dummyHash), password.normalize('NFKC'))
  return right && passwordHash !== null
}
