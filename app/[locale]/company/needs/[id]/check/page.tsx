import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { contextFor } from '@/app/session'
import { clock } from '@/components/format/dates'
import { TeaserRow, TeaserTerms } from '@/components/teaser'
import { DisabledButton, LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { FormSteps } from '@/components/ui/steps'
import { BackLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { listFitting } from '@/domain/match/preview'
import {
  needSteps,
  OPEN_NEEDS_AT_MOST,
  stepStatus,
  termsOf,
  whyNotSubmit,
} from '@/domain/need/need'
import { countOwnOpenNeeds, findOwnNeed, previewTeaser } from '@/domain/need/queries'
import { findOwnOrganisation } from '@/domain/organisation/queries'
import { findOwnProfile } from '@/domain/profile/queries'
import { pathFor } from '@/messages/navigation'
import { needTitle } from '../../../need-words'
import { discard, submit } from '../../actions'
import { WhoSeesWhat } from '../who-sees-what'
import { Answers } from './answers'
import { NextSteps } from './next-steps'
import { ProfileAnswers } from './profile-answers'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('need'))('check.title') }
}

/** Every answer with its way to change it, the anonymous row as financiers will read it, and what happens then. */
export default async function Page({ params }: PageProps<'/[locale]/company/needs/[id]/check'>) {
  const { id } = await params
  const context = await contextFor('company')
  const own = await findOwnNeed(context, id)
  if (!own) notFound()
  const locale = await getLocale()
  if (own.state !== 'draft' && own.state !== 'returned')
    redirect(pathFor(locale, `/company/needs/${id}`))
  const [t, domain, refusals, profile, organisation, open, preview, teaser] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getTranslations('refusals'),
    findOwnProfile(context),
    findOwnOrganisation(context),
    countOwnOpenNeeds(context),
    listFitting(context, termsOf(own)),
    previewTeaser(context, own),
  ])
  const terms = termsOf(own)
  const today = dayOf(context.now)
  const whyNot =
    whyNotActAs(context.actor, 'company') ??
    whyNotSubmit(
      {
        state: own.state,
        terms,
        stepsDone: own.stepsDone,
        companyName: context.actor.organisationName,
      },
      profile,
      open,
      today,
    )
  const mayWrite = whyNotActAs(context.actor, 'company', ['applied']) === null
  const financiers = new Set(preview.map(({ product }) => product.financierId)).size
  const unfinished = needSteps.find((step) => stepStatus(terms, step, own.stepsDone) !== 'done')
  return (
    <main id="main" className="page py-8">
      <div className="mb-4">
        {mayWrite ? (
          <BackLink href={`/company/needs/${id}/edit/privacy`}>
            {t('edit.backTo', { step: domain('needStep.privacy') })}
          </BackLink>
        ) : (
          <BackLink href="/company">{t('edit.backHome')}</BackLink>
        )}
      </div>
      <div className="mb-6">
        <FormSteps
          label={t('edit.steps')}
          steps={[
            ...needSteps.map((step) => ({
              id: step,
              name: domain(`needStep.${step}`),
              state:
                stepStatus(terms, step, own.stepsDone) === 'done'
                  ? ('done' as const)
                  : ('ahead' as const),
              ...(mayWrite ? { href: `/company/needs/${id}/edit/${step}` } : {}),
            })),
            { id: 'check', name: t('edit.check'), state: 'now' as const },
          ]}
        />
      </div>
      <PageHead title={t('check.title')}>
        {t('check.draft', {
          need: needTitle(terms, { domain, need: t, locale }),
          when: clock(own.savedAt, locale),
        })}
      </PageHead>
      {own.state === 'returned' && own.returnReason && (
        <div className="mb-5">
          <Notice tone="warn" title={t('returned.title')}>
            {own.returnReason}
          </Notice>
        </div>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_420px]">
        <div>
          <Card as="div">
            <Answers id={id} terms={terms} mayWrite={mayWrite} />
            <ProfileAnswers
              id={id}
              profile={profile}
              organisation={organisation}
              preview={preview}
              today={today}
              mayWrite={mayWrite}
            />
          </Card>
        </div>
        <div className="space-y-5 lg:row-span-2">
          <Card labelledBy="who">
            <CardHead
              id="who"
              title={t('check.who')}
              note={t('check.whoNote', { count: financiers })}
            />
            <CardBody>
              {teaser ? (
                <>
                  <div className="rounded-control bg-sunken px-4 py-3">
                    <TeaserRow teaser={teaser} />
                  </div>
                  {teaser.widening !== 'none' && (
                    <p className="mt-2 text-small text-ink-2">
                      {domain(`widening.${teaser.widening}`)}
                    </p>
                  )}
                  <details className="mt-3">
                    <summary className="inline-block min-h-6 text-small">
                      <span className="link">{t('check.wordForWord')}</span>
                    </summary>
                    <div className="mt-3">
                      <TeaserTerms teaser={teaser} />
                    </div>
                  </details>
                </>
              ) : (
                <p className="text-ink-2">{t('check.noTeaser')}</p>
              )}
            </CardBody>
            <WhoSeesWhat />
          </Card>
          <NextSteps now={context.now} review={null} financiers={financiers} />
        </div>
        <div className="space-y-4">
          <p>{t('check.statement')}</p>
          <div className="flex flex-wrap items-start gap-2 max-sm:*:w-full max-sm:[&_button]:w-full">
            {whyNot ? (
              <DisabledButton id="submit" reason={refusals(whyNot, { most: OPEN_NEEDS_AT_MOST })}>
                {t('check.publish', { count: financiers })}
              </DisabledButton>
            ) : (
              <Form action={submit.bind(null, id)}>
                <SubmitButton busy={t('check.publishing')}>
                  {t('check.publish', { count: financiers })}
                </SubmitButton>
              </Form>
            )}
            {whyNot === 'need-incomplete' && unfinished ? (
              <LinkButton
                href={`/company/needs/${id}/edit/${unfinished}?from=check`}
                tone="primary"
              >
                {t('check.finish', { step: domain(`needStep.${unfinished}`) })}
              </LinkButton>
            ) : whyNot === 'words-tell-who' ? (
              <LinkButton href={`/company/needs/${id}/edit/use?from=check`}>
                {t('check.mendWords')}
              </LinkButton>
            ) : whyNot === 'profile-incomplete' ? (
              <LinkButton href={`/company/profile?need=${id}`} tone="primary">
                {t('check.finishProfile')}
              </LinkButton>
            ) : null}
            <LinkButton href="/company">{t('check.keep')}</LinkButton>
            {mayWrite && (
              <Dialog
                opener={t('check.discard')}
                tone="quiet"
                title={t('check.discardTitle', { code: own.code })}
              >
                <p>{t('check.discardText')}</p>
                <Form action={discard.bind(null, id)} className="mt-4 flex flex-wrap gap-2">
                  <SubmitButton tone="danger-strong">{t('check.discardAct')}</SubmitButton>
                  <DialogCancel>{t('check.keep')}</DialogCancel>
                </Form>
              </Dialog>
            )}
          </div>
          <p className="text-small text-ink-2">{t('check.free')}</p>
        </div>
      </div>
    </main>
  )
}
