'use server'

import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { isForm } from '@/app/forms'
import { contextFor, currentActor } from '@/app/session'
import { changeFromText } from '@/domain/match/change'
import { stepSchemas, type NeedStep, termsOf, withOwnCollateral } from '@/domain/need/need'
import { findOwnNeed } from '@/domain/need/queries'
import { findOwnFacts } from '@/domain/profile/queries'
import { PreviewBody } from './preview'
import { typedTerms } from './reading'

/** The panel with what is typed but not saved; nothing is written. Null once signed out: typing leads nowhere else. */
export async function previewTyped(
  id: string,
  step: NeedStep,
  form: FormData,
  tried: string | null,
): Promise<ReactNode> {
  if ((await currentActor()) === null) return null
  const context = await contextFor('company')
  const own = await findOwnNeed(context, id)
  if (!own || !isForm(form) || !Object.hasOwn(stepSchemas, step)) notFound()
  const facts = await findOwnFacts(context)
  return (
    <PreviewBody
      context={context}
      terms={typedTerms(step, form, withOwnCollateral(termsOf(own), facts, own.stepsDone))}
      tried={changeFromText(tried)}
    />
  )
}
