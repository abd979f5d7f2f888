import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { publicContext } from '@/app/session'
import { LinkButton } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { TextLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { LINK_HOURS } from '@/domain/clock/clock'
import { findAsked } from '@/domain/organisation/application-queries'
import { register } from './actions'

// The address is the key, so no other site may learn it. Without any referrer a form would not name its origin either.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('signUp.link.title'), referrer: 'same-origin', robots: { index: false } }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/sign-up/link'>) {
  const [{ token }, t, domain] = await Promise.all([
    searchParams,
    getTranslations('account'),
    getTranslations('domain'),
  ])
  const key = typeof token === 'string' ? token : ''
  const asked = await findAsked(publicContext(), key)
  if (!asked)
    return (
      <main id="main" className="page max-w-[560px]! py-14">
        <PageHead title={t('link.gone')} />
        <p className="text-ink-2">{t('signUp.link.goneText', LINK_HOURS)}</p>
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
          <TextLink href="/sign-up">{t('signUp.title')}</TextLink>
          <TextLink href="/sign-in">{t('signIn.act')}</TextLink>
        </p>
      </main>
    )
  if (asked.isTaken)
    return (
      <main id="main" className="page max-w-[560px]! py-14">
        <PageHead title={t('signUp.link.taken')} />
        <p className="text-ink-2">{t('signUp.link.takenText')}</p>
        <p className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3">
          <LinkButton href="/sign-in" tone="primary">
            {t('signIn.act')}
          </LinkButton>
          <TextLink href="/reset">{t('reset.title')}</TextLink>
        </p>
      </main>
    )
  return (
    <main id="main" className="page max-w-[560px]! py-10">
      <PageHead title={t('signUp.link.title')}>{t('signUp.link.about')}</PageHead>
      <div className="mb-6 border-y border-line">
        <SummaryList
          rows={[
            { term: t('organisationName'), value: <Written>{asked.name}</Written> },
            { term: t('uscc'), value: <Code>{asked.uscc}</Code> },
            ...(asked.financierKind
              ? [
                  {
                    term: t('signUp.financierKind'),
                    value: domain(`financierKind.${asked.financierKind}`),
                  },
                ]
              : []),
            { term: t('personName'), value: <Written>{asked.personName}</Written> },
            { term: t('phone'), value: asked.phone },
            { term: t('email'), value: asked.email, note: t('invitation.signInWith') },
          ]}
        />
      </div>
      <Form action={register} className="space-y-5">
        <input type="hidden" name="token" value={key} />
        <input
          type="text"
          name="username"
          value={asked.email}
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
        <SubmitButton>{t('signUp.link.act')}</SubmitButton>
      </Form>
    </main>
  )
}
