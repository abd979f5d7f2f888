import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { wallContext } from '@/app/session'
import { clock } from '@/components/format/dates'
import { count, counted, share } from '@/components/format/figures'
import { moneyInSentence, moneyParts } from '@/components/format/money'
import { tags } from '@/components/ui/rich'
import { Written } from '@/components/ui/written'
import { WALL_SECONDS } from '@/domain/clock/clock'
import { findCompaniesTarget } from '@/domain/target/queries'
import { countBy, countTotals } from '@/domain/totals/count'
import { askedOf } from '../official/asked'
import { partWords } from '../official/part-words'
import { questionWords } from '../official/question-words'

const path = '/wall'
const PARTS_SHOWN = 6

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wall'))('title') }
}

/**
 * The monitor on a wall: one screen that is read from across a room, asks itself anew and leads nowhere. The year to date of an
 * official's places, or the question of its address; from the cells, and without a name of a company.
 */
export default async function Page({ searchParams }: PageProps<'/[locale]/wall'>) {
  const own = await wallContext()
  const asked = await askedOf(own, path, await searchParams, {})
  const [t, trouble, locale] = await Promise.all([
    getTranslations('wall'),
    getTranslations('asked.trouble'),
    getLocale(),
  ])
  if (asked.trouble)
    return (
      <main id="main" className="wall">
        <h1 className="wall-sentence">
          {trouble(asked.trouble.code, { parameter: asked.trouble.parameter })}
        </h1>
      </main>
    )
  const { context, question, parameters } = asked
  const year = Math.floor(question.period.from / 100)
  const isYear =
    question.period.from === year * 100 + 1 && Math.floor(question.period.to / 100) === year
  const isWhole =
    parameters.definition === undefined &&
    Object.values(question.cut ?? {}).every((value) => value === undefined)
  const [words, totals, parts, nameOf, target] = await Promise.all([
    questionWords(asked),
    countTotals(context, question),
    countBy(context, question, 'chain'),
    partWords(context, 'chain', locale),
    isYear && isWhole ? findCompaniesTarget(context, year, asked.position.at) : null,
  ])
  const chains = parts.filter(({ key }) => key !== null).slice(0, PARTS_SHOWN)
  const most = Math.max(1, ...chains.map(({ companies }) => companies))
  const drawn = moneyParts(totals.drawnFen, locale)
  const granted = moneyParts(totals.grantedFen, locale)
  const figures = [
    { label: t('companies'), figure: count(totals.companies), unit: t('companiesUnit') },
    { label: t('times'), figure: count(totals.companyTimes), unit: t('timesUnit') },
    { label: t('drawn'), ...drawn },
    { label: t('granted'), ...granted },
  ]
  return (
    <div className="wall">
      <header className="wall-foot">
        <Written>{context.actor.organisationName}</Written>
      </header>
      <main id="main">
        <h1 className="wall-sentence">
          {t.rich('headline', {
            ...tags,
            period: words.period,
            where: words.where,
            within: words.within,
            companies: counted(totals.companies, 'company', locale),
            times: counted(totals.companyTimes, 'companyTime', locale),
            money: moneyInSentence(totals.drawnFen, locale),
          })}
        </h1>
        <dl className="wall-figures">
          {figures.map((one) => (
            <div key={one.label}>
              <dt>{one.label}</dt>
              <dd>
                <span className="num">{one.figure}</span> <small>{one.unit}</small>
              </dd>
            </div>
          ))}
        </dl>
        <div className="wall-parts">
          <section aria-labelledby="chains">
            <h2 id="chains">{t('chains')}</h2>
            <ul>
              {chains.map(({ key, companies }) => (
                <li key={key}>
                  <span>{nameOf(key)}</span>
                  <span aria-hidden className="wall-bar">
                    <span data-fill style={{ width: `${(100 * companies) / most}%` }} />
                  </span>
                  <b className="num">{count(companies)}</b>
                </li>
              ))}
            </ul>
            <p>{t('doNotAdd')}</p>
          </section>
          <section aria-labelledby="target">
            <h2 id="target">
              {target === null
                ? t('evidence')
                : t('target', {
                    year: String(year),
                    value: counted(target, 'company', locale),
                    share: share(totals.companies, target) ?? '',
                  })}
            </h2>
            {target !== null && (
              <span aria-hidden className="wall-bar">
                <span
                  data-fill
                  style={{ width: `${Math.min(100, (100 * totals.companies) / target)}%` }}
                />
              </span>
            )}
            <p>
              {t('proof', {
                evidenced: counted(totals.evidenced, 'company', locale),
                declared: counted(totals.declared, 'company', locale),
                first: counted(totals.firstLoans, 'company', locale),
              })}
            </p>
          </section>
        </div>
      </main>
      <footer className="wall-foot">
        <p>
          {t('foot', {
            definition: words.definition,
            code: words.definitionCode,
            position: String(words.position),
            read: clock(context.now, locale),
            minutes: Math.round(WALL_SECONDS / 60),
          })}
        </p>
      </footer>
    </div>
  )
}
