import { useLocale, useTranslations } from 'next-intl'
import { fullDay } from '@/components/format/dates'
import { rate } from '@/components/format/figures'
import { exactMoney } from '@/components/format/money'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { tags } from '@/components/ui/rich'
import { Written } from '@/components/ui/written'
import type { BankRow } from '@/domain/bank-file/bank-file'

/** A row of the file as a sentence, and as the file has it. */
export function ReadOut({ row, written }: { row: BankRow; written: string[] }) {
  const t = useTranslations('imports.columns')
  const domain = useTranslations('domain')
  const locale = useLocale()
  const money = row.drawn ?? row.granted
  if (!money) return null
  return (
    <Card labelledBy="read-out">
      <CardHead id="read-out" title={t('sentence', { row: row.row })} />
      <CardBody>
        <p className="leading-relaxed">
          {t.rich('says', {
            ...tags,
            company: row.company,
            on: fullDay(money.on, locale),
            financier: row.financier,
            got: row.drawn ? 'drawn' : 'granted',
            class: domain(`class.${row.class}`),
            amount: exactMoney(money.fen, locale),
            rate: row.rateBp === null ? 'none' : rate(row.rateBp),
          })}
        </p>
        <p className="mt-2 text-small text-ink-2">
          {t('sayMore', {
            contract: row.contractNo,
            voucher: row.voucher ?? 'none',
            uscc: row.uscc,
          })}
        </p>
        <div className="mt-3 rounded-control bg-sunken px-3 py-2 text-small">
          <p className="font-semibold">{t('written')}</p>
          <p className="break-words text-ink-2">
            <Written>{written.join('，')}</Written>
          </p>
        </div>
      </CardBody>
    </Card>
  )
}
