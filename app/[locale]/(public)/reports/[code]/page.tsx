import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { textOf } from '@/app/address'
import { reportAddress, filesOf } from '@/app/reports/report-files'
import { ReportFilesCard } from '@/app/reports/report-files-card'
import { ReportShown, Sentence } from '@/app/reports/report-shown'
import { reportWords } from '@/app/reports/report-words'
import { sealWords } from '@/app/reports/seal-words'
import { Verification } from '@/app/reports/verification'
import { verifyLately } from '@/app/reports/verify-report'
import { publicContext } from '@/app/session'
import { clock } from '@/components/format/dates'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { findSealed, listEditions } from '@/domain/report/queries'
import { readReportKey, reportKey } from '@/domain/report/report'

async function find(code: string) {
  const key = readReportKey(code)
  return key && findSealed(publicContext().db, key)
}

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/reports/[code]'>): Promise<Metadata> {
  const [t, found] = await Promise.all([
    getTranslations('report'),
    params.then(({ code }) => find(code)),
  ])
  return found
    ? { title: t('public.title', { report: found.data.report }), robots: { index: true } }
    : {}
}

/** A sealed report under its lasting address: what its PDF says, its files with their digests, and whether it still verifies. */
export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/reports/[code]'>) {
  const report = await find((await params).code)
  if (!report) notFound()
  const context = publicContext()
  const { month, edition, data } = report
  const isAsked = textOf(await searchParams, 'verify') === 'yes'
  const [t, locale, files, editions] = await Promise.all([
    getTranslations('report'),
    getLocale(),
    filesOf(context, report),
    listEditions(context.db, month),
  ])
  const verified = isAsked ? await verifyLately(context, report) : null
  const words = reportWords(data, locale)
  const seal = sealWords(data, report.digest, reportAddress(report), locale)
  const last = editions[0]
  return (
    <main id="main" className="page py-8">
      {last && last.edition !== edition && (
        <div className="mb-5">
          <Notice tone="warn" title={t('public.older', { edition: last.edition })}>
            <TextLink href={`/reports/${reportKey(month, last.edition)}`}>
              {t('public.openLatest')}
            </TextLink>
          </Notice>
        </div>
      )}
      <PageHead
        size="headline"
        back={<BackLink href="/reports">{t('public.list')}</BackLink>}
        above={
          <span className="flex flex-wrap items-center gap-3">
            <Tag tone="seal">{t('paper.sealed')}</Tag>
            <span>{words.code}</span>
            <span>{words.period}</span>
          </span>
        }
        title={<Sentence sentence={words.sentence} />}
      >
        {words.basis.map((line) => (
          <p key={line} className="max-w-none">
            {line}
          </p>
        ))}
      </PageHead>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <ReportShown words={words} data={data} />
        <div className="space-y-5">
          <Verification verified={verified} isOfficial={false} />
          <ReportFilesCard report={report} files={files} />
          <Card labelledBy="seal">
            <CardHead id="seal" title={seal.title} />
            <CardBody>
              <SummaryList
                narrow
                rows={seal.rows
                  .filter(({ ofPaper }) => !ofPaper)
                  .map(({ term, value }) => ({
                    term,
                    value: <span className="font-normal break-words">{value}</span>,
                  }))}
              />
            </CardBody>
          </Card>
          {editions.length > 1 && (
            <Card labelledBy="editions">
              <CardHead id="editions" title={t('public.editions')} />
              <CardBody>
                <ol className="space-y-3">
                  {editions.map((one) => (
                    <li key={one.id}>
                      <TextLink href={`/reports/${reportKey(month, one.edition)}`}>
                        {t('public.editionOf', {
                          edition: one.edition,
                          when: clock(one.sealedAt, locale),
                        })}
                      </TextLink>
                      {one.data.revises && one.data.note && (
                        <p className="text-small text-ink-2">
                          {t('public.why', {
                            why: locale === 'zh' ? one.data.note.zh : one.data.note.en,
                          })}
                        </p>
                      )}
                    </li>
                  ))}
                </ol>
              </CardBody>
            </Card>
          )}
          <p className="text-small">
            <TextLink href={`/totals?from=${data.from}&to=${data.month}`}>
              {t('public.toTotals')}
            </TextLink>
          </p>
        </div>
      </div>
    </main>
  )
}
