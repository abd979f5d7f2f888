import { useLocale, useTranslations } from 'next-intl'
import { Dated } from '@/components/ui/dated'
import { fullDay } from '@/components/format/dates'
import { TeaserTerms } from '@/components/teaser'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { WhoSees } from '@/components/ui/who-sees'
import type { Day } from '@/domain/calendar/calendar'
import { fieldGroups } from '@/domain/consent/consent'
import type { Disclosed } from '@/domain/consent/disclose'
import type { Teaser } from '@/domain/need/teaser'
import { disclosedRows } from './disclosed-rows'

/** What the company has consented to, and no more; before that the anonymous information. */
export function CompanyCard({
  disclosed,
  teaser,
  today,
}: {
  disclosed: Disclosed | null
  teaser: Teaser
  today: Day
}) {
  const say = {
    t: useTranslations('financier'),
    domain: useTranslations('domain'),
    locale: useLocale(),
  }
  const { t, domain, locale } = say
  const groups = fieldGroups.filter((group) => disclosed?.groups.includes(group))
  return (
    <Card labelledBy="company">
      <CardHead id="company" title={t(groups.length > 0 ? 'company.known' : 'company.anonymous')} />
      {disclosed && groups.length > 0 && (
        <CardBody>
          <Notice tone="calm">
            {t('company.logged')}{' '}
            {disclosed.until && t('company.until', { day: fullDay(disclosed.until, locale) })}
          </Notice>
          {groups.map((group) => (
            <section key={group} className="mt-4">
              <h3 className="text-h3">{domain(`fieldGroup.${group}`)}</h3>
              <dl className="mt-1.5 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1.5 text-hint">
                {disclosedRows(group, disclosed, today, say).map(([term, value]) => (
                  <div key={term} className="col-span-2 grid grid-cols-subgrid">
                    <dt className="text-ink-2">{term}</dt>
                    <dd className="min-w-0">
                      <Dated>{value}</Dated>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </CardBody>
      )}
      <CardBody line={groups.length > 0}>
        {groups.length > 0 ? (
          <details>
            <summary>
              <span className="link">{t('lead.allTerms')}</span>
            </summary>
            <div className="mt-3">
              <TeaserTerms teaser={teaser} />
            </div>
          </details>
        ) : (
          <>
            <TeaserTerms teaser={teaser} />
            <WhoSees>{t('lead.anonymous')}</WhoSees>
          </>
        )}
      </CardBody>
    </Card>
  )
}
