import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { publicContext } from '@/app/session'
import { TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { Written } from '@/components/ui/written'
import { TextLink } from '@/components/ui/text-links'
import { DAYS } from '@/domain/clock/clock'
import { findInvitation } from '@/domain/member/queries'
import { acceptInvitation } from './actions'

// The address is the key, so no other site may learn it. Without any referrer a form would not name its origin either.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('invitation.title'), referrer: 'same-origin', robots: { index: false } }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/invitation'>) {
  const [{ token }, t, domain] = await Promise.all([
    searchParams,
    getTranslations('account'),
    getTranslations('domain'),
  ])
  const key = typeof token === 'string' ? token : ''
  const invitation = await findInvitation(publicContext(), key)
  if (!invitation)
    return (
      <main id="main" className="page max-w-[560px]! py-14">
        <PageHead title={t('invitation.gone')} />
        <p className="text-ink-2">{t('invitation.goneText', { days: DAYS.invitation })}</p>
        <p className="mt-4">
          <TextLink href="/sign-in">{t('signIn.act')}</TextLink>
        </p>
      </main>
    )
  return (
    <main id="main" className="page max-w-[560px]! py-10">
      <PageHead title={t('invitation.join', { organisation: invitation.organisationName })} />
      <div className="mb-6 border-y border-line">
        <SummaryList
          rows={[
            { term: t('personName'), value: <Written>{invitation.personName}</Written> },
            { term: t('email'), value: invitation.email, note: t('invitation.signInWith') },
            {
              term: t('team.role'),
              value: domain(`role.${invitation.role}`),
              note: t(`team.may.${invitation.role}`),
            },
          ]}
        />
      </div>
      <Form action={acceptInvitation} className="space-y-5">
        <input type="hidden" name="token" value={key} />
        <input
          type="text"
          name="username"
          value={invitation.email}
          autoComplete="username"
          readOnly
          hidden
        />
        <TextField
          name="password"
          label={t('newPassword')}
          hint={t('passwordHint')}
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton>{t('invitation.act')}</SubmitButton>
      </Form>
    </main>
  )
}
