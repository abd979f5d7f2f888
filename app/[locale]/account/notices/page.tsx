import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { contextForMember } from '@/app/session'
import { CheckboxGroup, RadioCards } from '@/components/ui/choice-fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { BackLink, TextLink } from '@/components/ui/text-links'
import type { MemberActor } from '@/domain/actor'
import { HOURS } from '@/domain/clock/clock'
import { digests, kindsOf, mailLanguages } from '@/domain/notification/notification'
import { readSetting } from '@/domain/notification/settings'
import { findOwnEmail } from '@/domain/member/queries'
import { saveNoticeSetting } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices')
  return { title: t('settings.title') }
}

type Say = Awaited<ReturnType<typeof getTranslations<'notices'>>>

function kindChoices(t: Say, audience: MemberActor['audience']) {
  switch (audience) {
    case 'company':
      return kindsOf.company.map((value) => ({ value, label: t(`company.${value}.label`) }))
    case 'financier':
      return kindsOf.financier.map((value) => ({ value, label: t(`financier.${value}.label`) }))
    case 'official':
      return kindsOf.official.map((value) => ({ value, label: t(`official.${value}.label`) }))
  }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/account/notices'>) {
  const context = await contextForMember()
  const { audience } = context.actor
  const [{ done }, t, setting, email] = await Promise.all([
    searchParams,
    getTranslations('notices'),
    readSetting(context),
    findOwnEmail(context),
  ])
  const kinds = kindChoices(t, audience)
  const muted: readonly string[] = setting.muted
  return (
    <main id="main" className="page max-w-[720px]! py-8">
      <PageHead
        back={<BackLink href={`/${audience}/notices`}>{t('settings.toNotices')}</BackLink>}
        title={t('settings.title')}
      >
        {t('settings.about', { email })}{' '}
        <TextLink href="/account/mails">{t('settings.toMails')}</TextLink>
      </PageHead>
      {done === 'saved' && (
        <div className="mb-5">
          <Notice tone="pass" live>
            {t('settings.done')}
          </Notice>
        </div>
      )}
      <Form action={saveNoticeSetting} label={t('settings.title')} className="space-y-6">
        <RadioCards
          name="digest"
          label={t('settings.digest')}
          layout="row"
          start={setting.digest}
          choices={digests.map((value) => ({
            value,
            label: t(`settings.digests.${value}`),
            note: t(`settings.notes.${value}`, { hour: HOURS.digest }),
          }))}
        />
        <RadioCards
          name="language"
          label={t('settings.language')}
          layout="row"
          start={setting.language}
          choices={mailLanguages.map((value) => ({
            value,
            label: <span lang={value}>{t(`settings.languages.${value}`)}</span>,
          }))}
        />
        <CheckboxGroup
          name="kinds"
          label={t('settings.kinds')}
          hint={t('settings.kindsHint')}
          columns={2}
          start={kinds.map(({ value }) => value).filter((value) => !muted.includes(value))}
          choices={kinds}
        />
        <SubmitButton>{t('settings.act')}</SubmitButton>
      </Form>
    </main>
  )
}
