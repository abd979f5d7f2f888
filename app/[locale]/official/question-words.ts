import { getLocale, getTranslations } from 'next-intl/server'
import { clock, fullDay, period, periodShort } from '@/components/format/dates'
import { findOrganisationName } from '@/domain/organisation/queries'
import type { Asked } from '@/domain/totals/place-question'
import type { ParameterName } from '@/domain/totals/read-question'
import { monthText } from '@/domain/totals/totals'
import { scopeWords } from './place-words'

interface Condition {
  parameter: Exclude<ParameterName, 'scope'>
  label: string
  value: string
}

/** A question of the ledger in words: what a heading, the chips and the first lines of a file say. */
export async function questionWords(
  { context, question, position }: Pick<Asked, 'context' | 'question' | 'position'>,
  language?: 'zh' | 'en',
) {
  const locale = language ?? (await getLocale())
  const [t, domain] = await Promise.all([
    getTranslations({ locale, namespace: 'monitor' }),
    getTranslations({ locale, namespace: 'domain' }),
  ])
  const { period: months, cut = {}, definition } = question
  const [from, to] = [monthText(months.from), monthText(months.to)]
  const scope = await scopeWords(context.actor.scope, locale)
  const named = async (id: string | undefined) =>
    id ? ((await findOrganisationName(context, id)) ?? t('unnamed')) : null
  const [financier, company] = await Promise.all([named(cut.financierId), named(cut.companyId)])
  const conditions: Condition[] = []
  const add = (parameter: Condition['parameter'], value: string | null | undefined | false) => {
    if (value) conditions.push({ parameter, label: t(`condition.${parameter}`), value })
  }
  add('until', question.until && fullDay(question.until, locale))
  add('district', cut.district && domain(`district.${cut.district}`))
  add('zone', cut.zone && domain(`zone.${cut.zone}`))
  add('park', cut.park && domain(`park.${cut.park}`))
  const all = <Code>(codes: Code[] | undefined, name: (code: Code) => string) =>
    codes?.map(name).join(t('and'))
  add(
    'chain',
    all(cut.chains, (code) => domain(`chain.${code}`)),
  )
  add('class', cut.class && domain(`class.${cut.class}`))
  add('kind', cut.financierKind && domain(`financierKind.${cut.financierKind}`))
  add(
    'qualification',
    all(cut.qualifications, (code) => domain(`qualification.${code}`)),
  )
  add('white', cut.whiteListed !== undefined && t(cut.whiteListed ? 'onList' : 'offList'))
  add('first', cut.firstTime !== undefined && t(cut.firstTime ? 'firstTime' : 'notFirstTime'))
  add('financier', financier)
  add('company', company)
  add(
    'lacking',
    all(cut.lacking, (fact) => t(`lacking.${fact}`)),
  )
  return {
    period: period(from, to, locale),
    periodShort: periodShort(from, to, locale),
    /** The city, or an official's own places. */
    where: scope ? scope.join(t('separator')) : t('city'),
    conditions,
    /** In brackets after the place, or nothing. */
    within:
      conditions.length > 0
        ? t('within', { conditions: conditions.map(({ value }) => value).join(' · ') })
        : '',
    definition: domain(`definition.${definition.code as '2024-03'}`),
    definitionCode: definition.code,
    /** The position in the ledger, and its moment. */
    position: position.position,
    asOf: clock(position.at, locale),
  }
}

export type QuestionWords = Awaited<ReturnType<typeof questionWords>>
