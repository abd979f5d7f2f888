import { useLocale, useTranslations } from 'next-intl'
import { fullDay } from '@/components/format/dates'
import { rate } from '@/components/format/figures'
import { moneyFigure, moneyHead } from '@/components/format/money'
import { Link } from '@/components/ui/link.client'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { QuietLink } from '@/components/ui/text-links'
import type { ServiceListRow } from '@/domain/totals/rows-behind'
import { deedOf } from '@/domain/product/classes'
import { ServiceStateTag } from '../state-tags'

/** Rows of the ledger; the day opens the row's evidence, the company its own page. */
export function ServiceRows({
  rows,
  caption,
  showRung,
}: {
  rows: readonly Omit<ServiceListRow, 'voucher'>[]
  caption: string
  /** Where rungs are mixed. */
  showRung: boolean
}) {
  const t = useTranslations('ledger')
  const domain = useTranslations('domain')
  const doubts = useTranslations('doubts')
  const locale = useLocale()
  return (
    <Table
      caption={caption}
      head={
        <>
          <Head>{t('column.day')}</Head>
          <Head>{t('column.company')}</Head>
          <Head>{t('column.financier')}</Head>
          <Head>{t('column.class')}</Head>
          {showRung && <Head>{t('column.rung')}</Head>}
          <Head num>{moneyHead(t('column.amount'), locale)}</Head>
          <Head num>{t('column.rate')}</Head>
          <Head>{t('column.contract')}</Head>
          <Head>{t('column.state')}</Head>
        </>
      }
    >
      {rows.map((row) => (
        <Row key={row.id}>
          <Cell head>
            <QuietLink href={`/official/ledger/${row.id}`}>
              <span className="date">{fullDay(row.happenedOn, locale)}</span>
              <span className="sr-only" lang="zh">
                {' '}
                {row.companyName}
              </span>
            </QuietLink>
          </Cell>
          <Cell label={t('column.company')} note={<span className="code">{row.companyUscc}</span>}>
            <Link
              href={`/official/organisations/${row.companyId}`}
              prefetch={false}
              className="quiet-link"
            >
              <span lang="zh">{row.companyName}</span>
            </Link>
          </Cell>
          <Cell label={t('column.financier')} note={domain(`financierKind.${row.financierKind}`)}>
            <span lang="zh">{row.financierName}</span>
          </Cell>
          <Cell label={t('column.class')}>{domain(`class.${row.class}`)}</Cell>
          {showRung && (
            <Cell label={t('column.rung')}>
              {domain(`rung.${row.rung}`, { deed: deedOf(row.class) })}
            </Cell>
          )}
          <Cell num label={moneyHead(t('column.amount'), locale)}>
            {row.rung === 4 ? t('none') : moneyFigure(row.amountFen, locale)}
          </Cell>
          <Cell num label={t('column.rate')}>
            {row.rateBp === null ? t('none') : rate(row.rateBp)}
          </Cell>
          <Cell label={t('column.contract')}>
            {row.contractNo ? <span className="code">{row.contractNo}</span> : t('none')}
          </Cell>
          <Cell label={t('column.state')} note={row.evidenced ? t('evidenced') : t('declared')}>
            <span className="inline-flex flex-wrap gap-1">
              <ServiceStateTag state={row.stateThen} />
              {row.inDoubt && <Tag tone="warn">{doubts('marked')}</Tag>}
            </span>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
