import { useLocale } from 'next-intl'
import { fullDay } from '@/components/format/dates'
import { exactMoney, money } from '@/components/format/money'

/** An amount as it is read, with every fen of it in its title. */
export function MoneyText({ fen }: { fen: number | bigint }) {
  const locale = useLocale()
  return (
    <span className="num whitespace-nowrap" title={exactMoney(fen, locale)}>
      {money(fen, locale)}
    </span>
  )
}

/** A day, marked for machines, that never opens or breaks inside. */
export function DayText({ day }: { day: string }) {
  return <time dateTime={day}>{fullDay(day, useLocale())}</time>
}
