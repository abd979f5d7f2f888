import { Star } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { Teaser } from '@/domain/need/teaser'
import { listed } from './format/lists'
import { teaserParts, teaserWho, teaserWords, type TeaserSay } from './teaser-words'
import { Tag } from './ui/tag'

function useTeaserSay(): TeaserSay {
  return {
    domain: useTranslations('domain'),
    teaser: useTranslations('teaser'),
    locale: useLocale(),
  }
}

/** Place, chain, age and staff in one line. */
export function TeaserWho({ teaser }: { teaser: Teaser }) {
  const parts = teaserParts(teaser, useTeaserSay())
  return parts.map((part, place) => (
    <Fragment key={place}>
      <span className="whitespace-nowrap">
        {part}
        {place < parts.length - 1 && ' ·'}
      </span>{' '}
    </Fragment>
  ))
}

/** The white-list mark, where the company lets it be shown. */
export function TeaserTags({ teaser }: { teaser: Teaser }) {
  const t = useTranslations('teaser')
  if (!teaser.whiteListed) return null
  return (
    <Tag tone="seal" icon={<Star aria-hidden size={14} />}>
      {t('whiteListed')}
    </Tag>
  )
}

/** The row as it stands in a list of leads: who in bold, what marks it, amount over tenor. */
export function TeaserRow({ teaser }: { teaser: Teaser }) {
  const say = useTeaserSay()
  const words = teaserWords(teaser, say)
  const marks = [...words.qualifications, words.patents]
  return (
    <div className="@container">
      <div className="grid gap-x-6 gap-y-1.5 @min-[480px]:grid-cols-[1fr_max-content]">
        <div className="min-w-0">
          <p className="font-semibold">
            {teaserWho(teaser, say)} <TeaserTags teaser={teaser} />
          </p>
          <p className="text-small text-ink-2">{listed(marks, say.locale)}</p>
        </div>
        <div className="@min-[480px]:max-w-52 @min-[480px]:text-right">
          <p className="num font-semibold">{words.amount}</p>
          <p className="text-small text-ink-2">
            {teaser.tenorMonths === null ? words.classes : `${words.tenor} · ${words.classes}`}
          </p>
        </div>
      </div>
    </div>
  )
}

/** Everything a financier reads before consent, term by term, and nothing else. */
export function TeaserTerms({ teaser }: { teaser: Teaser }) {
  const say = useTeaserSay()
  const words = teaserWords(teaser, say)
  const t = say.teaser
  const terms: [string, string][] = [
    [t('term.amount'), words.amount],
    [t('term.classes'), words.classes],
    [t('term.tenor'), words.tenor],
    [t('term.parts'), words.parts],
    [t('term.use'), words.use],
    [t('term.cost'), words.cost],
    [t('term.wanted'), words.wanted],
    [t('term.collateral'), words.collateral],
    [t('term.place'), words.place],
    [t('term.chain'), words.chain],
    [t('term.age'), words.age],
    [t('term.staff'), words.staff],
    [t('term.patents'), words.patents],
    [
      t('term.qualifications'),
      words.qualificationsWithEnds.length > 0
        ? listed(words.qualificationsWithEnds, say.locale)
        : t(teaser.certificatesKnown ? 'noQualifications' : 'certificatesUnknown'),
    ],
  ]
  if (teaser.whiteListed) terms.push([t('term.whiteList'), t('whiteListYes')])
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-5 gap-y-1.5 text-hint">
      {terms.map(([term, value]) => (
        <div key={term} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-2">{term}</dt>
          <dd className="min-w-0">
            <span className="date whitespace-normal">{value}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
