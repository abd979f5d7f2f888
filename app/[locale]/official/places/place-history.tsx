import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { Card, CardHead } from '@/components/ui/card'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import type { OfficialActor } from '@/domain/actor'
import type { Day } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import { countRegistered, placesOf, type RegisteredFilter } from '@/domain/organisation/registered'
import { parkCodes } from '@/domain/place/place'
import { registeredAddress } from './address'

const YEARS_BACK = 3

/** Today and the ends of the years before. */
function daysUntil(today: Day): Day[] {
  const year = Number(today.slice(0, 4))
  return [today, ...Array.from({ length: YEARS_BACK }, (_, back) => `${year - 1 - back}-12-31`)]
}

/** How many were registered in each zone and park at the end of each year; each figure opens. */
export async function PlaceHistory({
  context,
  today,
}: {
  context: Context<OfficialActor>
  today: Day
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('registers.places'),
    getTranslations('domain'),
    getLocale(),
  ])
  const days = daysUntil(today)
  const places: RegisteredFilter[] = [{}, ...placesOf.park, ...placesOf.zone]
  const figures: number[][] = []
  for (const day of days)
    figures.push((await countRegistered(context, day, places, [null]))[0] ?? [])
  const names = [
    t('whole'),
    ...parkCodes.map((park) => domain(`park.${park}`)),
    ...placesOf.zone.map(({ zone }) => (zone === 'none' ? t('noZone') : domain(`zone.${zone}`))),
  ]
  return (
    <Card labelledBy="history">
      <CardHead id="history" title={t('history')} note={t('historyNote')} />
      <Table
        caption={t('history')}
        phone="scroll"
        head={
          <>
            <Head>{t('place')}</Head>
            {days.map((day) => (
              <Head key={day} num>
                {fullDay(day, locale)}
              </Head>
            ))}
          </>
        }
      >
        {names.map((name, at) => (
          <Row key={name}>
            <Cell head>{name}</Cell>
            {days.map((day, index) => {
              const value = figures[index]?.[at] ?? 0
              return (
                <Cell key={day} num>
                  {value > 0 ? (
                    <QuietLink href={registeredAddress(day, places[at] ?? {})}>
                      {count(value)}
                    </QuietLink>
                  ) : (
                    t('nobody')
                  )}
                </Cell>
              )
            })}
          </Row>
        ))}
      </Table>
    </Card>
  )
}
