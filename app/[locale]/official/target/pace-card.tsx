import type { Locale } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { YearLines } from '@/components/charts/year-lines'
import { monthAlone } from '@/components/format/dates'
import { count, counted, share } from '@/components/format/figures'
import { moneyInSentence } from '@/components/format/money'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { QuietLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import type { Target } from '@/domain/target/queries'
import { scopeOfPlace } from '@/domain/target/target'
import { scopeCode } from '@/domain/totals/scope-code'
import { figureAddress } from '../set-address'
import type { TargetPace } from './read-pace'
import { placeName } from './target-words'

const FEN_PER_YI = 10_000_000_000
const FEN_PER_BILLION = 100_000_000_000

/** Fen in 亿元, or in billions: short enough to stand at an axis. */
function inBillions(fen: number, locale: Locale): string {
  return String(Math.round((fen / (locale === 'zh' ? FEN_PER_YI : FEN_PER_BILLION)) * 1000) / 1000)
}

/** One target: what share of it is reached, what pace is needed, and the months so far against its line. */
export async function PaceCard({ target, read }: { target: Target; read: TargetPace }) {
  const { year, measure, value } = target
  const { pace, now, then } = read
  const [t, domain, locale] = await Promise.all([
    getTranslations('target'),
    getTranslations('domain'),
    getLocale(),
  ])
  const isMoney = measure === 'drawn'
  const inWords = (figure: number) =>
    isMoney ? moneyInSentence(Math.ceil(figure), locale) : counted(figure, 'company', locale)
  /** A pace is rounded up where it is asked for: what is less would not do. */
  const aMonth = (figure: number, up = false) =>
    isMoney
      ? moneyInSentence(Math.round(figure), locale)
      : inWords(up ? Math.ceil(figure) : Math.round(figure * 10) / 10)
  const monthName = (month: number) =>
    monthAlone(`${year}-${String(month).padStart(2, '0')}`, locale)
  const place = placeName(target.place, domain, t('city'))
  const title = t('title', {
    place,
    year: String(year),
    measure: t(`of.${measure}`),
    value: inWords(value),
  })
  const last = now.length
  const parameters = {
    from: `${year}-01`,
    to: `${year}-${String(Math.max(last, 1)).padStart(2, '0')}`,
    scope: target.place === 'city' ? undefined : scopeCode(scopeOfPlace(target.place)),
  }
  const today = now.at(-1) ?? 0
  return (
    <Card as="div">
      <CardBody>
        <YearLines
          words={{
            title:
              pace.ended === 0 && today === 0
                ? t('nothingYet', { place, measure: t(`of.${measure}`), value: inWords(value) })
                : t('finding', {
                    place,
                    measure: t(`of.${measure}`),
                    share: share(today, value, 1) ?? '',
                    reached: inWords(today),
                    value: inWords(value),
                  }),
            subtitle: t(`measure.${measure}`),
            description: title,
          }}
          year={year}
          now={now}
          then={then}
          target={{ value, label: t('line', { value: inWords(value) }) }}
          heads={[t('month'), String(year), String(year - 1)]}
          format={(figure) => (isMoney ? inBillions(figure, locale) : count(figure))}
          locale={locale}
        />
      </CardBody>
      <CardFoot>
        <div className="space-y-1">
          <p>
            {pace.ended > 0 &&
              t('byThen', {
                month: monthName(pace.ended),
                reached: inWords(pace.reached),
                share: share(pace.reached, value, 1) ?? '',
              })}{' '}
            {pace.left === 0
              ? t('over', {
                  state: pace.missing > 0 ? 'missed' : 'reached',
                  missing: inWords(pace.missing),
                })
              : pace.missing === 0
                ? t('done', { month: monthName(pace.reachedIn ?? pace.ended) })
                : t('needed', {
                    left: pace.left,
                    needed: aMonth(pace.needed ?? 0, true),
                    ended: pace.ended,
                    soFar: aMonth(pace.soFar ?? 0),
                  })}
            {pace.left > 0 && pace.missing > 0 && pace.soFar !== null && (
              <>
                {' '}
                {pace.reachedIn
                  ? t('ahead', { month: monthName(pace.reachedIn) })
                  : t('behind', {
                      projected: inWords(Math.round(pace.soFar * 12)),
                      share: share(pace.soFar * 12, value, 1) ?? '',
                    })}
              </>
            )}
          </p>
          {today > 0 && (
            <p>
              <QuietLink href={figureAddress(parameters, isMoney ? 'drawnFen' : 'companies')}>
                {t('open', { figure: inWords(today), month: monthName(last) })}
              </QuietLink>
            </p>
          )}
          <p>{t.rich('source', { source: () => <Written>{target.source}</Written> })}</p>
        </div>
      </CardFoot>
    </Card>
  )
}
