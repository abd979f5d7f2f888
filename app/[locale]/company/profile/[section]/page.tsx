import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { contextFor } from '@/app/session'
import { DisabledButton, LinkButton } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { EnterButton, SubmitButton } from '@/components/ui/form.client'
import { PageHead } from '@/components/ui/page-head'
import { BackLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { profileSections, type ProfileSection } from '@/domain/profile/profile'
import { findOwnProfile } from '@/domain/profile/queries'
import { AccountsFields } from './accounts-fields'
import { saveSection } from './actions'
import { BusinessFields, ContactFields, PeopleFields, PlaceFields } from './plain-fields'
import { PropertyFields } from './property-fields'

type Props = PageProps<'/[locale]/company/profile/[section]'>
const isSection = (name: string): name is ProfileSection =>
  (profileSections as readonly string[]).includes(name)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section } = await params
  if (!isSection(section)) return {}
  return { title: (await getTranslations('domain'))(`profileSection.${section}`) }
}

const fieldsOf = {
  place: PlaceFields,
  business: BusinessFields,
  people: PeopleFields,
  accounts: AccountsFields,
  property: PropertyFields,
  contact: ContactFields,
} as const

/** One section of the profile; it is kept by its button and may be left half done. */
export default async function Page({ params, searchParams }: Props) {
  const [{ section }, query] = await Promise.all([params, searchParams])
  const context = await contextFor('company')
  if (!isSection(section)) notFound()
  const [t, domain, refusals, locale, profile] = await Promise.all([
    getTranslations('profile'),
    getTranslations('domain'),
    getTranslations('refusals'),
    getLocale(),
    findOwnProfile(context),
  ])
  const need = typeof query.need === 'string' ? query.need : ''
  const back = need ? `/company/needs/${need}/check` : '/company/profile'
  const Fields = fieldsOf[section]
  const mayNot = whyNotActAs(context.actor, 'company', ['applied'])
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href={back}>{need ? t('backToNeed') : t('title')}</BackLink>}
        title={domain(`profileSection.${section}`)}
      >
        {t(`holds.${section}`)}
      </PageHead>
      <Form
        action={saveSection.bind(null, section)}
        keep={section}
        className="max-w-[760px] space-y-7"
      >
        <input type="hidden" name="need" value={need} />
        <fieldset disabled={mayNot !== null} className="min-w-0 space-y-7">
          <EnterButton name="verb" value="save" />
          <Fields profile={profile} today={dayOf(context.now)} locale={locale} />
        </fieldset>
        <div className="flex flex-wrap items-start gap-2 max-sm:*:w-full">
          {mayNot ? (
            <DisabledButton id="save" reason={refusals(mayNot)}>
              {t('save')}
            </DisabledButton>
          ) : (
            <SubmitButton name="verb" value="save" busy={t('saving')}>
              {need ? t('saveToNeed') : t('save')}
            </SubmitButton>
          )}
          <LinkButton href={back}>{t('leave')}</LinkButton>
        </div>
      </Form>
    </main>
  )
}
