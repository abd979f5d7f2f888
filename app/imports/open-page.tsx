import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ImportSteps, type ImportStep } from '@/components/imports/steps'
import { count } from '@/components/format/figures'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { RefreshEvery } from '@/components/ui/refresh-every.client'
import { BackLink } from '@/components/ui/text-links'
import { whyNotSend, type ImportSender } from '@/domain/import-run/lock-import'
import type { ImportFound } from '@/domain/import-run/queries'

const SECONDS = 2

/** The head that the steps of an open import share. */
export async function OpenHead({
  base,
  step,
  place,
}: {
  base: string
  step: ImportStep
  place: string
}) {
  const t = await getTranslations('imports')
  return (
    <>
      <div className="mb-4">
        <BackLink href={base}>{t('back')}</BackLink>
      </div>
      <div className="mb-5">
        <ImportSteps now={step} place={place} />
      </div>
    </>
  )
}

/** Forms of an import, which stand still for whoever may not send one. */
export async function ForSenders({
  actor,
  children,
}: {
  actor: ImportSender
  children: ReactNode
}) {
  const why = whyNotSend(actor)
  if (!why) return children
  const refusals = await getTranslations('refusals')
  return (
    <>
      <div className="mb-5">
        <Notice tone="calm">{refusals(why)}</Notice>
      </div>
      <fieldset disabled className="contents">
        {children}
      </fieldset>
    </>
  )
}

/** Why a job gave an import back to its sender. */
export async function Trouble({ trouble }: Pick<ImportFound, 'trouble'>) {
  const t = await getTranslations('imports')
  if (!trouble) return null
  const known = trouble === 'asked-again' || trouble === 'not-allowed' ? trouble : 'other'
  return (
    <div className="mb-5">
      <Notice tone="warn">{t(`trouble.${known}`)}</Notice>
    </div>
  )
}

/** While a large file is read by a job. */
export async function ReadingPage({
  found,
  place,
  base,
}: {
  found: ImportFound
  place: string
  base: string
}) {
  const t = await getTranslations('imports')
  const rows = Math.max(...found.file.sheets.map((sheet) => sheet.rows))
  return (
    <main id="main" className="page py-6 sm:py-8">
      <OpenHead base={base} step="columns" place={place} />
      <PageHead title={t('reading.title')}>{t('reading.note', { rows: count(rows) })}</PageHead>
      <div role="status" className="progress-line" data-endless="" />
      <div className="mt-5">
        <LinkButton href={place}>{t('reading.again')}</LinkButton>
      </div>
      <RefreshEvery seconds={SECONDS} />
    </main>
  )
}
