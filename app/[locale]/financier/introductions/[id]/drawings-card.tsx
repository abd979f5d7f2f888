import { deedOf } from '@/domain/product/classes'
import { useLocale, useTranslations } from 'next-intl'
import { fullDay } from '@/components/format/dates'
import { money } from '@/components/format/money'
import { Card, CardHead } from '@/components/ui/card'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import { ServiceStateTag } from '../../service-state-tag'
import type { FinancierMet } from './met'

/** Money reported, each row with what has been said of it, opening where it can be put right. */
export function DrawingsCard({ met }: { met: FinancierMet }) {
  const [t, locale] = [useTranslations('financier'), useLocale()]
  if (met.drawings.length === 0) return null
  const deed = deedOf(met.product.class)
  return (
    <Card labelledBy="drawings">
      <CardHead id="drawings" title={t('drawings.title', { deed })} note={t('drawings.note')} />
      <Table
        caption={t('drawings.title', { deed })}
        head={
          <>
            <Head>{t('drawings.on', { deed })}</Head>
            <Head num>{t('drawings.amount', { deed })}</Head>
            <Head>{t('drawings.contract', { deed })}</Head>
            <Head>{t('drawings.state')}</Head>
          </>
        }
      >
        {met.drawings.map((drawing) => (
          <Row key={drawing.id}>
            <Cell head>
              <QuietLink href={`/financier/record/${drawing.id}`}>
                <span className="date">{fullDay(drawing.happenedOn, locale)}</span>
              </QuietLink>
            </Cell>
            <Cell num label={t('drawings.amount', { deed })}>
              {money(drawing.amountFen, locale)}
            </Cell>
            <Cell label={t('drawings.contract', { deed })}>
              <span className="code">{drawing.contractNo}</span>
            </Cell>
            <Cell label={t('drawings.state')}>
              <ServiceStateTag state={drawing.state} />
            </Cell>
          </Row>
        ))}
      </Table>
    </Card>
  )
}
