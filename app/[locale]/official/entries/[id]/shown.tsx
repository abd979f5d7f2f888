import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay, period } from '@/components/format/dates'
import { listed } from '@/components/format/lists'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { SummaryList } from '@/components/ui/summary-list'
import { Written } from '@/components/ui/written'
import { growthWords, indicatorPeriod, valueWords } from '@/components/indicator-words'
import type { Body, EntryState } from '@/domain/register/register'

/** What the entry says, in both languages beside each other, with its source. */
export async function EntryShown({
  entry: { body, on, state },
}: {
  entry: { body: Body; on: string; state: EntryState }
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('registers.entry'),
    getTranslations('domain'),
    getLocale(),
  ])
  const both = (zh: string, en: string) => (
    <>
      <span lang="zh">{zh}</span>
      <br />
      <span lang="en">{en}</span>
    </>
  )
  const said =
    'titleZh' in body
      ? [
          { term: t('titles'), value: both(body.titleZh, body.titleEn) },
          {
            term: t('textZh'),
            value: (
              <span lang="zh" className="font-normal whitespace-pre-line">
                {body.textZh}
              </span>
            ),
          },
          {
            term: t('textEn'),
            value: (
              <span lang="en" className="font-normal whitespace-pre-line">
                {body.textEn}
              </span>
            ),
          },
        ]
      : 'nameZh' in body
        ? [
            { term: t('series'), value: both(body.nameZh, body.nameEn) },
            { term: t('value'), value: valueWords(body, domain, locale) },
            { term: t('growth'), value: growthWords(body.growthBp) ?? t('noGrowth') },
            { term: t('period'), value: period(...indicatorPeriod(body), locale) },
          ]
        : body.groups.map((one) => ({
            term: locale === 'zh' ? one.nameZh : one.nameEn,
            value:
              one.chains.length > 0
                ? listed(
                    one.chains.map((chain) => domain(`chain.${chain}`)),
                    locale,
                  )
                : t('noChains'),
          }))
  return (
    <Card labelledBy="shown">
      <CardHead id="shown" title={t(state === 'draft' ? 'asDraft' : 'asPublished')} />
      <CardBody>
        <SummaryList
          rows={[
            ...said,
            { term: t('publisher'), value: both(body.publisherZh, body.publisherEn) },
            { term: t('on'), value: fullDay(on, locale) },
            {
              term: t('address'),
              value: (
                <a href={body.address} className="link break-all" rel="noreferrer">
                  <Written>{body.address}</Written>
                </a>
              ),
            },
          ]}
        />
      </CardBody>
    </Card>
  )
}
