'use server'

import type { ReactNode } from 'react'
import { isForm } from '@/app/forms'
import { contextFor, currentActor } from '@/app/session'
import { ReachPanel } from './reach-panel'
import { typedProduct } from './typed-product'

/** The reach of what is typed; nothing is saved. Null where nobody of a financier is signed in: typing leads nowhere else. */
export async function reckonTyped(form: FormData): Promise<ReactNode> {
  if ((await currentActor())?.audience !== 'financier') return null
  const context = await contextFor('financier')
  if (!isForm(form)) return null
  return <ReachPanel context={context} typed={typedProduct(form)} />
}
