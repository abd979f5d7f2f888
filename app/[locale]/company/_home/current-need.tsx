import { getLocale, getTranslations } from 'next-intl/server'
import { CardBody } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { Dated } from '@/components/ui/dated'
import { LifeSteps } from '@/components/ui/steps'
import { QuietLink } from '@/components/ui/text-links'
import { termsOf } from '@/domain/need/need'
import type { OwnNeed } from '@/domain/need/queries'
import { lifeWords } from '../life-words'
import { needLine, needTitle } from '../need-words'

export async function LifeOfNeed({ need, now }: { need: OwnNeed; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations('need'), getLocale()])
  const { steps, sentence } = lifeWords(need, now, t, locale)
  return (
    <>
      <LifeSteps steps={steps} label={t('life.label')} />
      {sentence && (
        <p className="mt-3 text-small text-ink-2">
          <Dated>{sentence}</Dated>
        </p>
      )}
    </>
  )
}

/** The need that has come furthest: what it is, where it stands, what comes by when. */
export async function CurrentNeed({ need, now }: { need: OwnNeed; now: Date }) {
  const [domain, t, locale] = await Promise.all([
    getTranslations('domain'),
    getTranslations('need'),
    getLocale(),
  ])
  const say = { domain, need: t, locale }
  return (
    <CardBody>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-h1">
          <QuietLink href={`/company/needs/${need.id}`}>{needTitle(need, say)}</QuietLink>
        </h2>
        <span className="text-small">
          <Code>{need.code}</Code>
        </span>
      </div>
      <p className="mt-1 mb-5 text-small text-ink-2">
        <Dated>{needLine(termsOf(need), say)}</Dated>
      </p>
      <LifeOfNeed need={need} now={now} />
    </CardBody>
  )
}
