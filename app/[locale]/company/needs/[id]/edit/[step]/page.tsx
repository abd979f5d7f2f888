import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { contextFor } from '@/app/session'
import { LivePreview } from '@/components/live-preview.client'
import { Form } from '@/components/ui/form'
import { EnterButton, SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { FormSteps } from '@/components/ui/steps'
import { BackLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { changeFromText } from '@/domain/match/change'
import {
  needSteps,
  stepStatus,
  termsOf,
  withOwnCollateral,
  type NeedStep,
} from '@/domain/need/need'
import { findOwnNeed } from '@/domain/need/queries'
import { findOwnFacts } from '@/domain/profile/queries'
import { pathFor } from '@/messages/navigation'
import { saveStep } from './actions'
import { AmountFields } from './amount-fields'
import { CostFields } from './cost-fields'
import { keepStep } from './keep-step'
import { PreviewBody } from './preview'
import { previewTyped } from './preview-action'
import { PrivacyFields } from './privacy-fields'
import { SavedElsewhere } from './saved-elsewhere.client'
import { SecurityFields } from './security-fields'
import { UseFields } from './use-fields'

type Props = PageProps<'/[locale]/company/needs/[id]/edit/[step]'>
const isStep = (step: string): step is NeedStep => (needSteps as readonly string[]).includes(step)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { step } = await params
  if (!isStep(step)) return {}
  return { title: (await getTranslations('need'))(`edit.${step}.title`) }
}

/** One question a page. Back and Change keep what is there; a draft lives until it is published or thrown away. */
export default async function Page({ params, searchParams }: Props) {
  const { id, step } = await params
  const query = await searchParams
  const context = await contextFor('company')
  const own = await findOwnNeed(context, id)
  if (!own || !isStep(step)) notFound()
  const locale = await getLocale()
  if (own.state !== 'draft' && own.state !== 'returned')
    redirect(pathFor(locale, `/company/needs/${id}`))
  // Who may only read reads all answers on one page.
  if (whyNotActAs(context.actor, 'company', ['applied']))
    redirect(pathFor(locale, `/company/needs/${id}/check`))
  const [t, domain, facts] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    findOwnFacts(context),
  ])
  const terms = withOwnCollateral(termsOf(own), facts, own.stepsDone)
  const place = needSteps.indexOf(step)
  const before = needSteps[place - 1]
  const after = needSteps[place + 1]
  const fromCheck = query.from === 'check'
  const visited = own.stepsDone.includes(step)
  const today = dayOf(context.now)
  const { organisationName: companyName } = context.actor
  const fields = { terms, facts, visited, today, companyName, locale }
  return (
    <main id="main" className="page py-8">
      <div className="mb-4">
        {fromCheck ? (
          <BackLink href={`/company/needs/${id}/check`}>{t('edit.backToCheck')}</BackLink>
        ) : before ? (
          <BackLink href={`/company/needs/${id}/edit/${before}`}>
            {t('edit.backTo', { step: domain(`needStep.${before}`) })}
          </BackLink>
        ) : (
          <BackLink href="/company">{t('edit.backHome')}</BackLink>
        )}
      </div>
      <div className="mb-6">
        <FormSteps
          label={t('edit.steps')}
          steps={[
            ...needSteps.map((one) => {
              const done = stepStatus(terms, one, own.stepsDone) === 'done'
              return {
                id: one,
                name: domain(`needStep.${one}`),
                state:
                  one === step ? ('now' as const) : done ? ('done' as const) : ('ahead' as const),
                ...(done || one === step ? { href: `/company/needs/${id}/edit/${one}` } : {}),
              }
            }),
            { id: 'check', name: t('edit.check'), state: 'ahead' as const },
          ]}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_400px]">
        <div className="min-w-0">
          <PageHead title={t(`edit.${step}.title`)}>{t('edit.saved', { code: own.code })}</PageHead>
          {own.state === 'returned' && own.returnReason && (
            <div className="mb-5">
              <Notice tone="warn" title={t('returned.title')}>
                {own.returnReason}
              </Notice>
            </div>
          )}
          <Form
            action={saveStep.bind(null, id, step)}
            keep={step}
            autosave={keepStep.bind(null, id, step)}
            className="space-y-7"
          >
            <EnterButton name="go" value={fromCheck ? 'check' : 'next'} />
            <input type="hidden" name="usual" value={fromCheck ? 'check' : 'next'} />
            <SavedElsewhere
              savedAt={own.savedAt.getTime()}
              latest={pathFor(locale, `/company/needs/${id}/edit/${step}`)}
              words={{ see: t('edit.elsewhere.see'), keep: t('edit.elsewhere.keep') }}
            />
            {step === 'use' && <UseFields {...fields} />}
            {step === 'amount' && <AmountFields {...fields} />}
            {step === 'security' && <SecurityFields {...fields} />}
            {step === 'cost' && <CostFields {...fields} />}
            {step === 'privacy' && <PrivacyFields {...fields} />}
            <div className="flex flex-wrap gap-2 max-sm:[&_button]:w-full">
              <SubmitButton name="go" value={fromCheck ? 'check' : 'next'} busy={t('edit.saving')}>
                {fromCheck || !after
                  ? t('edit.toCheck')
                  : t('edit.goOn', { step: domain(`needStep.${after}`) })}
              </SubmitButton>
              <SubmitButton name="go" value="leave" tone="plain">
                {t('edit.leave')}
              </SubmitButton>
            </div>
          </Form>
        </div>
        <LivePreview action={previewTyped.bind(null, id, step)} counting={t('preview.counting')}>
          <PreviewBody context={context} terms={terms} tried={changeFromText(query.try)} />
        </LivePreview>
      </div>
    </main>
  )
}
