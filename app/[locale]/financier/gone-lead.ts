import { getLocale } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import type { FinancierActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { isId } from '@/domain/id'
import { findIntroductionOfLead } from '@/domain/introduction/find-of-lead'
import { pathFor } from '@/messages/navigation'

/** The address of a lead that is none any more leads to the introduction that it became, or nowhere. */
export async function goneLead(context: Context<FinancierActor>, matchId: string): Promise<never> {
  const met = isId(matchId) ? await findIntroductionOfLead(context, matchId) : null
  if (!met) notFound()
  redirect(pathFor(await getLocale(), `/financier/introductions/${met}`))
}
