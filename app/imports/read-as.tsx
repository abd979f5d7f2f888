import { getLocale, getTranslations } from 'next-intl/server'
import { BarCell } from '@/components/charts/bars'
import { fullDay, month } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { SummaryList } from '@/components/ui/summary-list'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import type { ImportReport } from '@/domain/bank-file/import-report'
import { rowNotes } from '@/domain/bank-file/bank-file'

const MONTHS_SHOWN = 24

/** What the file was taken to mean, each with its way to change it, and its sums by month. */
export async function ReadAs({ report, place }: { report: ImportReport; place: string }) {
  const [t, say, locale] = await Promise.all([
    getTranslations('imports.mend'),
    getTranslations('import'),
    getLocale(),
  ])
  const columns = `${place}/columns`
  const unitsOf = (fields: readonly string[]) =>
    report.read
      .filter(({ column, unit }) => fields.includes(column) && unit)
      .map(({ letter, heading, unit, period }) =>
        [
          `${letter} ${heading}`,
          say(`units.${unit}` as 'units.percent'),
          period && say(`periods.${period}`),
        ]
          .filter(Boolean)
          .join(' · '),
      )
      .join('；')
  const left = [...report.left]
    .map(({ letter, heading }) => (heading === '' ? letter : heading))
    .join('、')
  const notes = rowNotes.flatMap((code) => {
    const rows = report.notes.filter((note) => note.code === code).map(({ row }) => row)
    const words = { count: count(rows.length), rows: rows.slice(0, 5).join(say('comma')) }
    return rows.length === 0 ? [] : [say(`notes.${code}`, words)]
  })
  const change = { changeHref: columns, changeWord: t('change') }
  const rows = [
    { term: t('unit'), value: unitsOf(['granted', 'drawn']), ...change },
    { term: t('rate'), value: unitsOf(['rate']), ...change },
    {
      term: t('days'),
      value: report.days
        ? t('daysAre', {
            first: fullDay(report.days.first, locale),
            last: fullDay(report.days.last, locale),
          })
        : '',
    },
    { term: t('leftColumns'), value: left, ...change },
    {
      term: t('companies'),
      value: t('companiesAre', {
        count: count(report.companies),
        fresh: count(report.newCompanies),
      }),
    },
    {
      term: t('financiers'),
      value: t('financiersAre', {
        count: count(report.financiers),
        fresh: count(report.newFinanciers),
      }),
      note: report.institutions.map((one) => t('spelled', one)).join(' ') || undefined,
    },
  ].filter(({ value }) => value !== '')
  const months = report.months.slice(-MONTHS_SHOWN)
  const most = Math.max(0, ...months.map(({ drawn, granted }) => Math.max(drawn.fen, granted.fen)))
  const key = report.drawn.services > 0 ? 'drawn' : 'granted'
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_420px]">
      <Card labelledBy="read-as">
        <CardHead id="read-as" title={t('readAs')} />
        <CardBody>
          <SummaryList rows={rows} />
          {notes.length > 0 && (
            <ul className="mt-3 space-y-1 text-small text-ink-2">
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </CardBody>
      </Card>
      {months.length > 0 && (
        <Card labelledBy="months">
          <CardHead id="months" title={t('months')} note={t('monthsNote')} />
          <Table
            caption={t('months')}
            phone="scroll"
            head={
              <>
                <Head>{t('month')}</Head>
                <Head num>{t(key)}</Head>
                <Head num>{t('count')}</Head>
              </>
            }
          >
            {months.map((one) => (
              <Row key={one.month}>
                <Cell head>{month(one.month, locale)}</Cell>
                <Cell num>
                  <BarCell value={one[key].fen} most={most}>
                    {money(one[key].fen, locale)}
                  </BarCell>
                </Cell>
                <Cell num>{count(one[key].services)}</Cell>
              </Row>
            ))}
          </Table>
        </Card>
      )}
    </div>
  )
}
