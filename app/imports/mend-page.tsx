import { Download } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { EquationStrip } from '@/components/imports/equation'
import { nearClock } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { DisabledButton, LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { EnterButton, SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { TextLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { DAYS } from '@/domain/clock/clock'
import type { Context } from '@/domain/context'
import type { ImportSender } from '@/domain/import-run/lock-import'
import { addsNothing } from '@/domain/bank-file/import-report'
import { findImport, readCells } from '@/domain/import-run/queries'
import { pathFor } from '@/messages/navigation'
import { discard, mend } from './actions'
import { askedRows, equationOf, ISSUES_A_PAGE, issuesOf } from './issues'
import { IssuePart } from './issue-part'
import { MendedCard } from './mended-card'
import { ForSenders, OpenHead, ReadingPage, Trouble } from './open-page'
import { importsOf, questionsOf, stepOf } from './place'
import { ReadAs } from './read-as'

/** The fourth step: what was read, what is wrong and asked in its rows, each mended where it stands. */
export async function importMendPage(
  context: Context<ImportSender>,
  id: string,
  query: Record<string, string | string[] | undefined>,
) {
  const base = importsOf(context.actor.audience)
  const place = `${base}/${id}`
  const found = await findImport(context, id)
  if (!found) notFound()
  const locale = await getLocale()
  if (found.state !== 'open') redirect(pathFor(locale, place))
  if (!found.found) return <ReadingPage found={found} place={place} base={base} />
  if (!found.found.ok || stepOf(found) === 'columns') redirect(pathFor(locale, `${place}/columns`))
  const { report } = found.found
  const [t, cells] = await Promise.all([getTranslations('imports'), readCells(context, found)])
  const issues = issuesOf(report, questionsOf(found).rows)
  const from = Math.min(Number(query.from) || 0, Math.max(0, issues.length - 1))
  const shown = issues.slice(from, from + ISSUES_A_PAGE)
  const figures = equationOf(report)
  const asked = report.questions.length
  const notWritten = new Set(report.problems.map(({ row }) => row)).size + found.leftRows.length
  const errors = (form: string) =>
    `/api/export/import-rows?id=${id}&form=${form}&language=${locale}`
  return (
    <main id="main" className="page-wide pt-6 sm:pt-8">
      <OpenHead base={base} step="mend" place={place} />
      <ForSenders actor={context.actor}>
        <PageHead
          title={
            figures.ready > 0 || asked > 0
              ? t('mend.title', { ready: figures.ready, asked })
              : t('mend.titleNone')
          }
        >
          <p>
            <b>
              <Written>{found.file.name}</Written>
            </b>{' '}
            {t('mend.kept', { when: nearClock(found.startedAt, context.now, locale) })}
          </p>
        </PageHead>
        <Trouble trouble={found.trouble} />
        {query.done === 'stopped' && (
          <div className="mb-5">
            <Notice tone="pass" live>
              {t('run.stopped')}
            </Notice>
          </div>
        )}
        <div className="space-y-5">
          <EquationStrip figures={figures} />
          <ReadAs report={report} place={place} />
          <Form action={mend.bind(null, id)} label={t('step.mend')}>
            <EnterButton name="go" value="on" />
            {from > 0 && <input type="hidden" name="from" value={from} />}
            <Card labelledBy="in-place">
              <CardHead id="in-place" title={t('mend.inPlace', { count: count(issues.length) })} />
              {issues.length === 0 ? (
                <CardBody>
                  <EmptyState kind="nothing" title={t('mend.none')}>
                    {t('mend.noneText')}
                  </EmptyState>
                </CardBody>
              ) : (
                shown.map((issue) => (
                  <IssuePart
                    key={issue.id}
                    issue={issue}
                    cells={cells}
                    found={found}
                    read={report.read}
                  />
                ))
              )}
              {issues.length > 0 && (
                <CardFoot>
                  <div className="flex flex-wrap items-center justify-between gap-3">
                    <div className="flex flex-wrap gap-2">
                      <SubmitButton tone="plain">{t('mend.save')}</SubmitButton>
                      {asked > 0 && (
                        <SubmitButton
                          tone="quiet"
                          name="leave"
                          value={[...askedRows(report)].join(' ')}
                        >
                          {t('mend.leaveAll', { rows: count(figures.asked) })}
                        </SubmitButton>
                      )}
                    </div>
                    {issues.length > ISSUES_A_PAGE && (
                      <p className="flex flex-wrap gap-x-4 text-small text-ink-2">
                        {t('mend.page', {
                          from: from + 1,
                          to: from + shown.length,
                          of: issues.length,
                        })}
                        {from > 0 && <TextLink href={`${place}/mend`}>{t('mend.first')}</TextLink>}
                        {from + shown.length < issues.length && (
                          <TextLink href={`${place}/mend?from=${from + ISSUES_A_PAGE}`}>
                            {t('mend.more')}
                          </TextLink>
                        )}
                      </p>
                    )}
                  </div>
                </CardFoot>
              )}
            </Card>
          </Form>
          <MendedCard found={found} cells={cells} />
          <Form action={discard.bind(null, id)} label={t('mend.discard')}>
            <SubmitButton tone="quiet">{t('mend.discard')}</SubmitButton>
          </Form>
        </div>
        <div className="foot-bar">
          <div className="min-w-0">
            <p className="font-semibold">
              {t('mend.willWrite', {
                granted: count(report.granted.added),
                drawn: count(report.drawn.added),
                amount: money(report.drawn.addedFen, locale),
              })}
            </p>
            <p className="text-small text-ink-2 max-sm:hidden">
              {t('mend.willWriteNote', { days: DAYS.importUndo })}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            {notWritten > 0 && (
              <span className="flex items-center gap-2 text-small max-sm:hidden">
                <Download aria-hidden size={16} />
                {t('mend.errors', { rows: count(notWritten) })}
                {(['xlsx', 'csv'] as const).map((form) => (
                  <LinkButton key={form} size="small" download href={errors(form)}>
                    {t(form === 'xlsx' ? 'mend.errorsXlsx' : 'mend.errorsCsv')}
                  </LinkButton>
                ))}
              </span>
            )}
            {asked > 0 || addsNothing(report) ? (
              <DisabledButton
                id="confirm"
                reason={asked > 0 ? t('mend.notYet', { asked }) : t('mend.nothing')}
              >
                {t('mend.act')}
              </DisabledButton>
            ) : (
              <LinkButton tone="primary" href={`${place}/confirm`}>
                {t('mend.act')}
              </LinkButton>
            )}
          </div>
        </div>
      </ForSenders>
    </main>
  )
}
