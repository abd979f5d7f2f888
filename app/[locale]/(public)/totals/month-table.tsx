import { useLocale, useTranslations } from 'next-intl'
import { month as monthWords } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { moneyFigure, moneyHead } from '@/components/format/money'
import { CardBody, CardHead } from '@/components/ui/card'
import { Downloads, type FileHrefs } from '@/components/ui/downloads'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import type { PublicMonth } from '@/domain/publication/queries'
import { monthText, type Period } from '@/domain/totals/totals'
import { YearChart } from './year-chart'

/** The months of a period: companies so far in the year, each once, and what each month adds in services and money. */
export function MonthTable({
  period,
  months,
  before,
  downloads,
}: {
  period: Period
  months: PublicMonth[]
  /** The whole year before. */
  before: PublicMonth[]
  downloads: FileHrefs
}) {
  const [t, locale] = [useTranslations('public'), useLocale()]
  const known = (some: PublicMonth[]) =>
    some.flatMap(({ companiesSoFar }) => (companiesSoFar === null ? [] : [companiesSoFar]))
  const [now, then] = [known(months), known(before)]
  const isDrawn = period.from % 100 === 1 && now.length === months.length
  const notShown = <span className="whitespace-nowrap text-ink-3">{t('cut.notShown')}</span>
  const heads = {
    soFar: t('cut.soFar'),
    times: t('cut.times'),
    drawn: moneyHead(t('cut.drawn'), locale),
  }
  return (
    <>
      {isDrawn && (
        <YearChart
          year={Math.floor(period.from / 100)}
          now={now}
          then={then.length === before.length ? then : []}
        />
      )}
      <CardHead
        title={t('cut.by.month')}
        note={t('cut.monthNote')}
        act={<Downloads hrefs={downloads} of={t('cut.by.month')} />}
      />
      <Table
        caption={t('cut.by.month')}
        phone="scroll"
        head={
          <>
            <Head>{t('cut.name.month')}</Head>
            <Head num>{heads.soFar}</Head>
            <Head num>{heads.times}</Head>
            <Head num>{heads.drawn}</Head>
          </>
        }
      >
        {months.map(({ month, companiesSoFar, shown }) => (
          <Row key={month}>
            <Cell head>{monthWords(monthText(month), locale)}</Cell>
            <Cell num>{companiesSoFar === null ? notShown : count(companiesSoFar)}</Cell>
            <Cell num>{shown ? count(shown.companyTimes) : notShown}</Cell>
            <Cell num>{shown ? moneyFigure(shown.drawnFen, locale) : notShown}</Cell>
          </Row>
        ))}
      </Table>
      <CardBody line>
        <p className="text-small text-ink-2">{t('cut.monthFoot')}</p>
      </CardBody>
    </>
  )
}
