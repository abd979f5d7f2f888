import { firstAdministratorToken } from '../domain/member/first-administrator-token'

/** Prints the address at which the first administrator of an empty database is made. */
const address = process.env.NEXTAUTH_URL
const secret = process.env.NEXTAUTH_SECRET
if (!address || !secret)
  throw new Error('NEXTAUTH_URL and NEXTAUTH_SECRET are needed: npm start gives both')
const token = firstAdministratorToken(secret, new Date())
console.log(`    ${new URL(`/zh/first-administrator?token=${token}`, address).href}`)
