'use server'

import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { endSession } from '@/app/session'
import { pathFor } from '@/messages/navigation'

/** Ends the session of whoever is signed in, from any page. */
export async function signOut(): Promise<void> {
  await endSession()
  redirect(pathFor(await getLocale(), '/'))
}
