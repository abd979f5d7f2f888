import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { contextFor } from '@/app/session'
import { changeWords } from '@/components/change-words'
import { listed } from '@/components/format/lists'
import { LinkButton } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { BackLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { changeFromText } from '@/domain/match/change'
import { applyChanges, isAmendable } from '@/domain/match/near-miss'
import { whyNotAmend, termsOf } from '@/domain/need/need'
import { listOwnNeeds } from '@/domain/need/queries'
import { findOwnFacts } from '@/domain/profile/queries'
import { pathFor } from '@/messages/navigation'
import { AmountFields } from '../edit/[step]/amount-fields'
import { CostFields } from '../edit/[step]/cost-fields'
import { PrivacyFields } from '../edit/[step]/privacy-fields'
import { SecurityFields } from '../edit/[step]/security-fields'
import { UseFields } from '../edit/[step]/use-fields'
import { amend } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('need'))('amend.title') }
}

const parts = {
  use: UseFields,
  amount: AmountFields,
  security: SecurityFields,
  cost: CostFields,
  privacy: PrivacyFields,
} as const

/** All terms of a published need at once: it is judged again, and offers made before can no longer be used. */
export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/company/needs/[id]/amend'>) {
  const { id } = await params
  const query = await searchParams
  const context = await contextFor('company')
  const [own] = await listOwnNeeds(context, id)
  if (!own) notFound()
  const accepted = own.introductions.flatMap(({ offers }) =>
    offers.filter(({ state }) => state === 'accepted'),
  ).length
  const locale = await getLocale()
  if (whyNotActAs(context.actor, 'company') ?? whyNotAmend(own.state, accepted))
    redirect(pathFor(locale, `/company/needs/${id}`))
  const [t, domain, facts] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    findOwnFacts(context),
  ])
  const tried = [query.try ?? []]
    .flat()
    .flatMap((text) => changeFromText(text) ?? [])
    .filter(isAmendable)
  const asked = { terms: termsOf(own), facts, openFen: own.openFen }
  const fields = {
    terms: applyChanges(asked, dayOf(context.now), tried).need.terms,
    facts,
    visited: true,
    today: dayOf(context.now),
    companyName: context.actor.organisationName,
    locale,
  }
  const offers = own.introductions.flatMap((met) =>
    met.offers.filter(({ state }) => ['indicative', 'asked', 'approved'].includes(state)),
  ).length
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href={`/company/needs/${id}`}>{own.code}</BackLink>}
        title={t('amend.title')}
      />
      <div className="max-w-[760px]">
        {tried.length > 0 && (
          <div className="mb-4">
            <Notice tone="calm">
              {t('amend.tried', {
                changes: listed(
                  tried.map((change) =>
                    changeWords(change, own.openFen, { need: t, domain, locale }),
                  ),
                  locale,
                ),
              })}
            </Notice>
          </div>
        )}
        <div className="mb-6">
          <Notice tone="warn" title={t('amend.notice')}>
            {offers > 0 && <p>{t('amend.offersDie', { count: offers })}</p>}
            <p>{t('amend.wordsReviewed')}</p>
          </Notice>
        </div>
        <Form action={amend.bind(null, id)} keep="amend" className="space-y-10">
          {Object.entries(parts).map(([step, Fields]) => (
            <section key={step} aria-labelledby={step} className="space-y-6">
              <h2 id={step} className="border-b border-line pb-1.5 text-h2">
                {domain(`needStep.${step as keyof typeof parts}`)}
              </h2>
              <Fields {...fields} />
            </section>
          ))}
          <div className="flex flex-wrap gap-2 max-sm:*:w-full">
            <SubmitButton>{t('amend.act')}</SubmitButton>
            <LinkButton href={`/company/needs/${id}`}>{t('amend.back')}</LinkButton>
          </div>
        </Form>
      </div>
    </main>
  )
}
