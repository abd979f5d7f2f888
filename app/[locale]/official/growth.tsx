import { getLocale, getTranslations } from 'next-intl/server'
import { chartFormats, fileHrefs } from '@/app/file-hrefs'
import { YearLines } from '@/components/charts/year-lines'
import { month } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { moneyFigure, moneyHead } from '@/components/format/money'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Downloads } from '@/components/ui/downloads'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import type { Asked } from '@/domain/totals/place-question'
import { findCompaniesTarget } from '@/domain/target/queries'
import { monthText } from '@/domain/totals/totals'
import { readGrowth } from './read-growth'

/** The target of the year that the whole of an official's places is measured by; of a part of them there is none. */
function findTarget({ context, question, position, parameters }: Asked): Promise<number | null> {
  const isWhole = Object.values(question.cut ?? {}).every((value) => value === undefined)
  if (!isWhole || parameters.definition !== undefined) return Promise.resolve(null)
  return findCompaniesTarget(context, Math.floor(question.period.from / 100), position.at)
}

/**
 * Companies so far this year beside the last one, where the period begins in January; any other period is a table of its
 * months.
 */
export async function Growth({
  asked,
  companies,
  then: same,
}: {
  asked: Asked
  /** Of the period, and of what it is compared with; null where nothing can be. */
  companies: number
  then: number | null
}) {
  const locale = await getLocale()
  const [t, target, { year, months, words, now, then }] = await Promise.all([
    getTranslations('monitor.growth'),
    findTarget(asked),
    readGrowth(asked, companies, same, locale),
  ])
  const downloads = fileHrefs('/api/export/months', asked.lasting, locale, {}, chartFormats)
  if (year === null)
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
  return (
    <Card as="div">
      <CardBody>
        <YearLines
          words={words}
          year={year}
          now={now}
          then={then}
          target={
            target === null ? undefined : { value: target, label: t('target', { count: target }) }
          }
          heads={[t('month'), String(year), String(year - 1)]}
          format={count}
          downloads={downloads}
          locale={locale}
        />
      </CardBody>
    </Card>
  )
}
