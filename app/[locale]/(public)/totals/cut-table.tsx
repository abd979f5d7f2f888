import { useLocale, useTranslations } from 'next-intl'
import { BarCell } from '@/components/charts/bars'
import { changePercent, count, counted } from '@/components/format/figures'
import { money, moneyFigure, moneyHead } from '@/components/format/money'
import { PhoneRow } from '@/components/phone-row'
import { CardBody, CardHead } from '@/components/ui/card'
import { Downloads, type FileHrefs } from '@/components/ui/downloads'
import { Dated } from '@/components/ui/dated'
import { EmptyState } from '@/components/ui/empty-state'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import type { PublicDimension } from '@/domain/publication/publication'
import type { PublicRow } from '@/domain/publication/queries'
import { SMALL_CELL } from '@/domain/totals/totals'

interface Props {
  by: PublicDimension
  rows: (PublicRow & { name: string })[]
  /** Distinct companies of the whole, where it is shown. */
  total: number | null
  downloads: FileHrefs
}

/** One cut: its largest part as the finding, every part with last year's, and why they do not add up. */
export function CutTable({ by, rows, total, downloads }: Props) {
  const [t, locale] = [useTranslations('public'), useLocale()]
  const most = Math.max(0, ...rows.map(({ shown }) => shown?.companies ?? 0))
  const sum = rows.reduce((all, { shown }) => all + (shown?.companies ?? 0), 0)
  const [top] = rows
    .filter(({ key, shown }) => key !== null && shown !== null && shown.companies > 0)
    .toSorted((a, b) => (b.shown?.companies ?? 0) - (a.shown?.companies ?? 0))
  const reason = by === 'financier-kind' ? 'kind' : by
  const hidden = rows.filter(({ shown }) => shown === null).length
  const heads = {
    companies: t('cut.companies'),
    times: t('cut.times'),
    drawn: moneyHead(t('cut.drawn'), locale),
    then: t('cut.then'),
    change: t('cut.change'),
  }
  if (rows.every(({ shown }) => shown !== null && shown.companies === 0))
    return (
      <CardBody>
        <EmptyState kind="nothing" title={t('cut.empty')}>
          {t('cut.emptyText')}
        </EmptyState>
      </CardBody>
    )
  const title = top
    ? t('cut.finding', {
        name: top.name,
        count: counted(top.shown?.companies ?? 0, 'company', locale),
        by: reason,
      })
    : t(`cut.by.${by}`, { count: rows.length })
  return (
    <>
      <CardHead
        title={title}
        note={t('cut.measure')}
        act={<Downloads hrefs={downloads} of={title} />}
      />
      <Table
        caption={title}
        head={
          <>
            <Head>{t(`cut.name.${by}`)}</Head>
            <Head num>{heads.companies}</Head>
            <Head num>{heads.times}</Head>
            <Head num>{heads.drawn}</Head>
            <Head num>{heads.then}</Head>
            <Head num>{heads.change}</Head>
          </>
        }
      >
        {rows.map(({ key, name, shown, companiesThen }) => (
          <Row key={key ?? ''}>
            <Cell head>
              <PhoneRow
                name={
                  <span className="font-medium">
                    <Dated>{name}</Dated>
                  </span>
                }
                figure={
                  shown ? (
                    <BarCell value={shown.companies} most={most}>
                      {count(shown.companies)}
                    </BarCell>
                  ) : (
                    <NotShown />
                  )
                }
                below={
                  shown &&
                  t('cut.below', {
                    times: counted(shown.companyTimes, 'companyTime', locale),
                    money: money(shown.drawnFen, locale),
                  })
                }
                belowEnd={
                  shown &&
                  companiesThen !== null &&
                  companiesThen > 0 &&
                  t('cut.belowChange', {
                    change: changePercent(shown.companies, companiesThen, 0) ?? '',
                    then: count(companiesThen),
                  })
                }
              />
            </Cell>
            <Cell num deskOnly>
              {shown ? (
                <div className="ml-auto w-64 max-lg:w-40">
                  <BarCell value={shown.companies} most={most}>
                    {count(shown.companies)}
                  </BarCell>
                </div>
              ) : (
                <NotShown />
              )}
            </Cell>
            <Cell num deskOnly>
              {shown ? <span className="num">{count(shown.companyTimes)}</span> : <NotShown />}
            </Cell>
            <Cell num deskOnly>
              {shown ? (
                <span className="num">{moneyFigure(shown.drawnFen, locale)}</span>
              ) : (
                <NotShown />
              )}
            </Cell>
            <Cell num deskOnly>
              {companiesThen === null ? (
                <NotShown />
              ) : (
                <span className="num">{count(companiesThen)}</span>
              )}
            </Cell>
            <Cell num deskOnly>
              <span className="num">
                {shown && companiesThen
                  ? changePercent(shown.companies, companiesThen, 0)
                  : t('cut.noChange')}
              </span>
            </Cell>
          </Row>
        ))}
      </Table>
      <CardBody line>
        <ul className="space-y-1 text-small text-ink-2">
          {total !== null && hidden === 0 && sum !== total && (
            <li>{t('cut.notAddUp', { by: reason, sum: count(sum), total: count(total) })}</li>
          )}
          {total !== null && hidden > 0 && (
            <li>{t('cut.notAddUpHidden', { by: reason, total: count(total) })}</li>
          )}
          {total !== null && sum === total && <li>{t('cut.addUp')}</li>}
          {hidden > 0 && <li>{t('cut.hidden', { count: hidden, least: SMALL_CELL })}</li>}
        </ul>
      </CardBody>
    </>
  )
}

function NotShown() {
  const t = useTranslations('public')
  return <span className="whitespace-nowrap text-ink-3">{t('cut.notShown')}</span>
}
