import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { textOf } from '@/app/address'
import { ReportFilesCard } from '@/app/reports/report-files-card'
import { filesOf } from '@/app/reports/report-files'
import { ReportShown, Sentence } from '@/app/reports/report-shown'
import { reportWords } from '@/app/reports/report-words'
import { Verification } from '@/app/reports/verification'
import { verifyLately } from '@/app/reports/verify-report'
import { contextFor } from '@/app/session'
import { clock } from '@/components/format/dates'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Tag } from '@/components/ui/tag'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { whyNotOfCity } from '@/domain/actor'
import { previewReport } from '@/domain/report/preview'
import { findReport, findSealedById, listEditions } from '@/domain/report/queries'
import { reportKey } from '@/domain/report/report'
import { DoneToast } from '../../done-toast'
import { History } from '../../history'
import { idFrom } from '../../id-from'
import { save } from '../actions'
import { NoteFields } from '../note-fields'
import { reportTones } from '../page'
import { ReportActs } from './acts'
import { Today } from './today'

const done = ['saved', 'proposed', 'sealed', 'returned'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('report'))('title') }
}

/** One report: as the public will read it, its note, what may be done, and once it is sealed what it would be today. */
export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/official/reports/[id]'>) {
  const context = await contextFor('official')
  const id = idFrom((await params).id)
  const [t, refusals, locale, query, found] = await Promise.all([
    getTranslations('report'),
    getTranslations('refusals'),
    getLocale(),
    searchParams,
    findReport(context, id),
  ])
  if (!found) notFound()
  const { report, events } = found
  const { month, edition, position } = report
  const [preview, sealed, editions] = await Promise.all([
    previewReport(context, report),
    findSealedById(context.db, id),
    listEditions(context.db, month),
  ])
  const files = sealed && (await filesOf(context, sealed))
  const isAsked = textOf(query, 'verify') === 'yes'
  const verified = sealed && isAsked ? await verifyLately(context, sealed) : null
  const said = done.find((one) => one === textOf(query, 'done'))
  const words = preview.ok ? reportWords(preview.value, locale) : null
  const mayWrite = whyNotOfCity(context.actor, 'statistician') === null
  return (
    <main id="main" className="page py-8">
      <PageHead
        size={words ? 'headline' : 'h1'}
        back={<BackLink href="/official/reports">{t('public.list')}</BackLink>}
        above={
          <span className="flex flex-wrap items-center gap-3">
            <Tag tone={reportTones[report.state]}>{t(`state.${report.state}`)}</Tag>
            <span>
              {t('public.row', {
                report: `YB-${reportKey(month, edition).split('.')[0]}`,
                edition,
              })}
            </span>
          </span>
        }
        title={
          words ? (
            <Sentence sentence={words.sentence} />
          ) : (
            t('public.title', { report: reportKey(month, edition) })
          )
        }
      >
        {words?.basis.map((line) => (
          <p key={line} className="max-w-none">
            {line}
          </p>
        ))}
        {sealed && position !== null && (
          <p className="max-w-none">
            <Today context={context} month={month} position={position} data={sealed.data} />{' '}
            <TextLink href={`/reports/${reportKey(month, edition)}`}>
              {t('official.toPublic')}
            </TextLink>
          </p>
        )}
      </PageHead>
      {report.returnedWhy && (
        <div className="mb-5">
          <Notice tone="warn" title={t('official.returned')}>
            <Written>{report.returnedWhy}</Written>
          </Notice>
        </div>
      )}
      {!preview.ok && (
        <div className="mb-5">
          <Notice tone="warn">{refusals(preview.refusal)}</Notice>
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="space-y-5 lg:order-2">
          <ReportActs
            actor={context.actor}
            report={report}
            isLast={!sealed || editions[0]?.id === id}
          />
          {report.state === 'draft' && mayWrite && (
            <Card labelledBy="edit">
              <CardHead id="edit" title={t('official.edit')} />
              <CardBody>
                <Form
                  action={save.bind(null, id)}
                  keep={`report ${id}`}
                  label={t('official.edit')}
                  className="space-y-4"
                >
                  <NoteFields start={report} isRevision={edition > 1} />
                  <SubmitButton tone="plain">{t('official.save')}</SubmitButton>
                </Form>
              </CardBody>
            </Card>
          )}
          {sealed && <Verification verified={verified} isOfficial />}
          {sealed && <ReportFilesCard report={sealed} files={files} />}
          <Card labelledBy="history">
            <CardHead id="history" title={t('official.history')} />
            <CardBody>
              <History events={events} />
            </CardBody>
          </Card>
        </div>
        <div className="space-y-5">
          {report.state !== 'sealed' && (
            <p className="text-small text-ink-2">
              {t('official.preview')}
              {report.state === 'draft'
                ? ` · ${t('official.previewNote')}`
                : ` · ${t('official.figuresFrozen', {
                    position: String(position),
                    when: clock(report.proposedAt ?? context.now, locale),
                  })}`}
            </p>
          )}
          {words && preview.ok && <ReportShown words={words} data={preview.value} />}
        </div>
      </div>
      {said && <DoneToast>{t(`official.done.${said}`)}</DoneToast>}
    </main>
  )
}
