import { getLocale, getTranslations } from 'next-intl/server'
import { fileHrefs } from '@/app/file-hrefs'
import { YearLines } from '@/components/charts/year-lines'
import { month } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { moneyFigure, moneyHead } from '@/components/format/money'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Downloads } from '@/components/ui/downloads'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { dayOf, monthOf } from '@/domain/calendar/calendar'
import { countByMonth } from '@/domain/totals/count'
import type { Asked } from '@/domain/totals/place-question'
import { monthText } from '@/domain/totals/totals'

/**
 * Companies so far this year beside the last one, where the period begins in January; any other period is a table of its
 * months.
 */
export async function Growth({
  asked: { context, question, position, lasting },
  companies,
  then: same,
}: {
  asked: Asked
  /** Of the period, and of what it is compared with; null where nothing can be. */
  companies: number
  then: number | null
}) {
  const [t, locale] = await Promise.all([getTranslations('monitor.growth'), getLocale()])
  const { from, to } = question.period
  const year = Math.floor(from / 100)
  const downloads = fileHrefs('/api/export/months', lasting, locale)
  const isYear = from === year * 100 + 1 && Math.floor(to / 100) === year
  // Months that have not begun have no figure, rather than the figure of the last one.
  const known = {
    from,
    to: Math.max(from, Math.min(to, monthOf(dayOf(position.at)))),
  }
  const lastYear = { from: from - 100, to: (year - 1) * 100 + 12 }
  const [months, before] = await Promise.all([
    countByMonth(context, { ...question, period: isYear ? known : question.period }),
    isYear && same !== null
      ? countByMonth(context, { ...question, period: lastYear, until: undefined })
      : [],
  ])
  if (!isYear)
    return (
      <Card labelledBy="growth">
        <CardHead
          id="growth"
          title={t('months')}
          note={t('monthsNote')}
          act={<Downloads hrefs={downloads} of={t('months')} />}
        />
        <Table
          caption={t('months')}
          phone="scroll"
          head={
            <>
              <Head>{t('month')}</Head>
              <Head num>{t('companies')}</Head>
              <Head num>{t('times')}</Head>
              <Head num>{moneyHead(t('drawn'), locale)}</Head>
            </>
          }
        >
          {months.map((one) => (
            <Row key={one.month}>
              <Cell head>{month(monthText(one.month), locale)}</Cell>
              <Cell num>{count(one.companies)}</Cell>
              <Cell num>{count(one.companyTimes)}</Cell>
              <Cell num>{moneyFigure(one.drawnFen, locale)}</Cell>
            </Row>
          ))}
        </Table>
      </Card>
    )
  const now = months.map(({ companiesSoFar }) => companiesSoFar)
  const then = before.map(({ companiesSoFar }) => companiesSoFar)
  const none = !same
  const title = none
    ? t(same === null ? 'noComparable' : 'noBase', { count: companies })
    : companies === same
      ? t('same', { count: companies })
      : t(companies > same ? 'more' : 'fewer', { count: Math.abs(companies - same) })
  return (
    <Card as="div">
      <CardBody>
        <YearLines
          words={{
            title,
            subtitle: t('measure'),
            description: t(none ? 'descriptionAlone' : 'description', {
              year: String(year),
              month: month(monthText(months.at(-1)?.month ?? to), locale),
              now: companies,
              before: String(year - 1),
              then: same ?? 0,
            }),
          }}
          year={year}
          now={now}
          then={none ? [] : then}
          heads={[t('month'), String(year), String(year - 1)]}
          format={count}
          downloads={downloads}
          locale={locale}
        />
      </CardBody>
    </Card>
  )
}
