import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { contextFor } from '@/app/session'
import { nearDay } from '@/components/format/dates'
import { OtherSuspended } from '@/components/other-suspended'
import { Rules } from '@/components/rules'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { Code } from '@/components/ui/code'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Tag } from '@/components/ui/tag'
import { BackLink } from '@/components/ui/text-links'
import { Dated } from '@/components/ui/dated'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { LENGTHS } from '@/domain/clock/clock'
import { findOwnTakenBack } from '@/domain/consent/queries'
import { declineCodes, isLive } from '@/domain/introduction/introduction'
import { findCompanyIntroduction } from '@/domain/introduction/queries'
import { deedOf } from '@/domain/product/classes'
import { needTitle } from '../../need-words'
import { Offers } from '../../needs/[id]/offers'
import { TakenToast } from '../taken-toast'
import { EndTalk } from './end-talk'
import { Request } from './request'
import { Sight } from './sight'
import { Contacts, Drawings } from './what-happened'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('introduction'))('title') }
}

const shownOffers = ['indicative', 'asked', 'approved', 'accepted']

/** One talk: what is asked, what is open, what was offered and paid, and the way out. */
export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/company/introductions/[id]'>) {
  const { id } = await params
  const query = await searchParams
  const context = await contextFor('company')
  const found = await findCompanyIntroduction(context, id)
  if (!found) notFound()
  const [t, domain, need, locale] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('domain'),
    getTranslations('need'),
    getLocale(),
  ])
  const today = dayOf(context.now)
  const mayNot = whyNotActAs(context.actor, 'company')
  const offers = found.offers
    .filter(({ state }) => shownOffers.includes(state))
    .map((offer) => ({
      offer,
      before: found.offers.find(({ id }) => id === offer.replacesId) ?? null,
      financierName: found.financierName,
      product: found.product,
    }))
  const live = isLive(found.state)
  const said = typeof query.done === 'string' ? query.done : null
  const taken = said === 'taken' ? await findOwnTakenBack(context, id) : null
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={
          <BackLink href={`/company/needs/${found.need.id}`}>
            {needTitle(found.need, { domain, need, locale })}
          </BackLink>
        }
        above={<Code>{found.code}</Code>}
        title={
          <>
            <Dated>{`${found.financierName} · ${found.product.name} `}</Dated>
            <Tag tone={found.state === 'ended' ? 'neutral' : 'jade'}>
              {domain(`introductionState.${found.state}`, { deed: deedOf(found.product.class) })}
            </Tag>
          </>
        }
        act={found.dueAt && live && <ClockChip due={found.dueAt} now={context.now} exact />}
      >
        {t('head', {
          origin: domain(`origin.${found.origin}`),
          day: nearDay(dayOf(found.createdAt), today, locale),
          hasContact: found.contactName ? 'yes' : 'no',
          contact: found.contactName ?? '',
        })}
      </PageHead>
      {found.otherSuspended && <OtherSuspended />}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_400px]">
        <div className="space-y-5">
          {(said === 'consented' ||
            said === 'widened' ||
            said === 'invited' ||
            said === 'restored' ||
            said === 'dated') && (
            <Notice tone="pass" live>
              {t(`done.${said}`, { financier: found.financierName, ...LENGTHS })}
            </Notice>
          )}
          {found.state === 'ended' && (
            <Notice
              tone="calm"
              title={found.ending ? domain(`ending.${found.ending}`) : t('ended')}
            >
              {found.declineCode &&
                t('declined', {
                  reason: domain(`declineCode.${found.declineCode}`),
                  mendable: domain(`mendable.${declineCodes[found.declineCode]}`),
                })}
              {found.endingWords && <p>{found.endingWords}</p>}
            </Notice>
          )}
          {found.state === 'requested' && <Request found={found} today={today} mayNot={mayNot} />}
          {offers.length > 0 && <Offers offers={offers} need={found.need} context={context} />}
          <Drawings drawings={found.drawings} deed={deedOf(found.product.class)} />
          <Contacts contacts={found.contacts} />
          <Card labelledBy="rules">
            <CardHead id="rules" title={t('rules')} note={t('rulesNote')} />
            <Rules rows={found.rows} today={today} actualHead={t('yours')} show={4} />
          </Card>
        </div>
        <div className="space-y-5">
          <Sight found={found} today={today} mayAct={mayNot === null} />
          {live && found.state !== 'requested' && (
            <Card labelledBy="end">
              <CardHead id="end" title={t('end.title')} note={t('end.note')} />
              <CardBody>
                <EndTalk id={found.id} financierName={found.financierName} mayNot={mayNot} />
              </CardBody>
            </Card>
          )}
        </div>
      </div>
      {taken && (
        <TakenToast
          introductionId={found.id}
          taken={taken}
          back="introduction"
          mayAct={mayNot === null && found.state !== 'ended'}
        />
      )}
    </main>
  )
}
