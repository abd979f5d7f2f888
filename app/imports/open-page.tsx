import { getTranslations } from 'next-intl/server'
import { ImportSteps, type ImportStep } from '@/components/imports/steps'
import { count } from '@/components/format/figures'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { RefreshEvery } from '@/components/ui/refresh-every.client'
import { BackLink } from '@/components/ui/text-links'
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
