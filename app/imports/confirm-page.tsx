import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { Written } from '@/components/ui/written'
import { WORKING_DAYS } from '@/domain/clock/clock'
import type { Context } from '@/domain/context'
import type { ImportSender } from '@/domain/import-run/lock-import'
import { findImport } from '@/domain/import-run/queries'
import { pathFor } from '@/messages/navigation'
import { confirm } from './actions'
import { equationOf } from './issues'
import { ForSenders, OpenHead } from './open-page'
import { importsOf } from './place'

/** The last step: what will be written, and the one button that writes. */
export async function importConfirmPage(context: Context<ImportSender>, id: string) {
  const base = importsOf(context.actor.audience)
  const place = `${base}/${id}`
  const found = await findImport(context, id)
  if (!found) notFound()
  const locale = await getLocale()
  if (found.state !== 'open') redirect(pathFor(locale, place))
  if (!found.found?.ok || found.found.report.questions.length > 0)
    redirect(pathFor(locale, `${place}/mend`))
  const { report } = found.found
  const t = await getTranslations('imports')
  const { ready, there, bad, waiting } = equationOf(report)
  const sum = ({ added, addedFen }: typeof report.drawn) =>
    t('confirm.sum', { count: count(added), amount: money(addedFen, locale) })
  const rows = [
    { term: t('confirm.file'), value: <Written>{found.file.name}</Written> },
    {
      term: t('confirm.rows'),
      value: t('confirm.rowsAre', {
        rows: count(ready),
        there: count(there),
        bad: count(bad + found.leftRows.length),
      }),
      changeHref: `${place}/mend`,
    },
    { term: t('confirm.granted'), value: sum(report.granted) },
    { term: t('confirm.drawn'), value: sum(report.drawn) },
    {
      term: t('confirm.companies'),
      value: t('mend.companiesAre', {
        count: count(report.companies),
        fresh: count(report.newCompanies),
      }),
    },
    ...(waiting > 0
      ? [{ term: t('confirm.waiting'), value: t('confirm.waitingAre', { rows: waiting }) }]
      : []),
    ...(report.days
      ? [
          {
            term: t('confirm.days'),
            value: t('mend.daysAre', {
              first: fullDay(report.days.first, locale),
              last: fullDay(report.days.last, locale),
            }),
          },
        ]
      : []),
    { term: t('confirm.told'), value: t('confirm.toldIs', { days: WORKING_DAYS.confirm }) },
  ]
  return (
    <main id="main" className="page max-w-[820px]! py-6 sm:py-8">
      <OpenHead base={base} step="confirm" place={place} />
      <ForSenders actor={context.actor}>
        <PageHead
          title={t('confirm.title', {
            rows: ready + waiting,
            amount: money(report.drawn.addedFen, locale),
          })}
        >
          {t('confirm.note')}
        </PageHead>
        <Card as="div">
          <CardBody>
            <SummaryList rows={rows} />
          </CardBody>
          <CardFoot>
            <Form
              action={confirm.bind(null, id)}
              label={t('step.confirm')}
              className="flex flex-wrap items-center gap-2"
            >
              <input type="hidden" name="version" value={found.version} />
              <SubmitButton>{t('confirm.act')}</SubmitButton>
              <LinkButton href={`${place}/mend`}>{t('confirm.back')}</LinkButton>
            </Form>
          </CardFoot>
        </Card>
      </ForSenders>
    </main>
  )
}
