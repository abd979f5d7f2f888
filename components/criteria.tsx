import { Check, ChevronsUp } from 'lucide-react'
import { useLocale, useTranslations, type Locale } from 'next-intl'
import {
  isRange,
  isSet,
  rangeFacts,
  setFacts,
  type Criterion,
  type RangeFact,
} from '@/domain/product/product'
import { count, counted } from './format/figures'
import { money, moneyRange } from './format/money'
import { Dated } from './ui/dated'

const lists: Record<Locale, Record<'any' | 'all', Intl.ListFormat>> = {
  zh: {
    any: new Intl.ListFormat('zh-CN', { type: 'disjunction' }),
    all: new Intl.ListFormat('zh-CN', { type: 'conjunction' }),
  },
  en: {
    any: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
    all: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  },
}

const MONTHS_A_YEAR = 12

/** 70%, not 70.00%: a threshold is a round figure, or says what it is. */
const percent = (bp: number) => `${bp / 100}%`

/** A bound with its unit: 2 年, 18 个月, 20 人, 2,000 万元, 70%. */
function bound(fact: RangeFact, value: number, locale: Locale): string {
  switch (rangeFacts[fact]) {
    case 'months':
      return value % MONTHS_A_YEAR === 0
        ? counted(value / MONTHS_A_YEAR, 'year', locale)
        : counted(value, 'month', locale)
    case 'fen':
      return money(value, locale)
    case 'bp':
      return percent(value)
    case 'people':
      return counted(value, 'person', locale)
    case 'count':
      return counted(value, 'patent', locale)
  }
}

/** Both bounds in one unit: 2–8 年, 100–1,000 万元. */
function span(fact: RangeFact, min: number, max: number, locale: Locale): string {
  const unit = rangeFacts[fact]
  if (min === max) return bound(fact, min, locale)
  if (unit === 'fen') return moneyRange(min, max, locale) ?? ''
  if (unit === 'bp') return `${min / 100}–${percent(max)}`
  const years =
    unit === 'months' && min % MONTHS_A_YEAR === 0 && max % MONTHS_A_YEAR === 0 ? MONTHS_A_YEAR : 1
  if (unit === 'months' && years === 1) return `${count(min)}–${counted(max, 'month', locale)}`
  return `${count(min / years)}–${bound(fact, max, locale)}`
}

/** A criterion in plain words, in the reader's language; for sentences, tables and lists alike. */
function useCriterionWords(): (criterion: Criterion) => string {
  const [t, domain, locale] = [useTranslations('criteria'), useTranslations('domain'), useLocale()]
  return (criterion) => {
    if (isRange(criterion)) {
      const { fact, min, max } = criterion
      if (min !== null && max !== null)
        return t(`range.${fact}`, { ends: 'both', span: span(fact, min, max, locale) })
      if (fact === 'profit' && min === 0) return t('range.profit', { ends: 'zero', span: '' })
      return t(`range.${fact}`, {
        ends: min === null ? 'max' : 'min',
        span: bound(fact, min ?? max ?? 0, locale),
      })
    }
    if (isSet(criterion)) {
      const { fact, quantifier, values } = criterion
      // The value lists of a fact are the labels' keys: the noun's type and the labels are checked where both are written.
      const known: readonly string[] = setFacts[fact]
      const names = values.map((value) =>
        known.includes(value)
          ? domain(`${fact}.${value}` as 'chain.photonics')
          : t('retired', { code: value }),
      )
      return t(`set.${fact}`, {
        quantifier,
        values: lists[locale][quantifier === 'all' ? 'all' : 'any'].format(names),
      })
    }
    return t(`flag.${criterion.fact}`)
  }
}

/** What a product asks of a company: what decides, then what only ranks. */
export function Criteria({ criteria }: { criteria: readonly Criterion[] }) {
  const t = useTranslations('criteria')
  const words = useCriterionWords()
  const hard = criteria.filter((criterion) => criterion.hard)
  const soft = criteria.filter((criterion) => !criterion.hard)
  if (criteria.length === 0) return <p>{t('none')}</p>
  return (
    <div className="space-y-4">
      {[
        { title: t('hard'), rows: hard, Mark: Check, look: 'text-jade' },
        { title: t('soft'), rows: soft, Mark: ChevronsUp, look: 'text-ink-3' },
      ]
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows, Mark, look }) => (
          <section key={title}>
            <h3 className="text-small text-ink-2">{title}</h3>
            <ul className="mt-1.5 space-y-1.5">
              {rows.map((criterion, index) => (
                <li key={index} className="flex items-start gap-2.5">
                  <Mark aria-hidden size={16} className={`mt-[0.3em] shrink-0 ${look}`} />
                  <span>
                    <Dated>{words(criterion)}</Dated>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      <p className="text-small text-ink-2">{t('unknownPasses')}</p>
    </div>
  )
}
