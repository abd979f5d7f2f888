import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { publicContext, sessionSecret } from '@/app/session'
import { SuggestedCode } from '@/components/suggested-code'
import { TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { PageHead } from '@/components/ui/page-head'
import { TextLink } from '@/components/ui/text-links'
import { whyNotFirstAdministrator } from '@/domain/moves/make-first-administrator'
import { makeAdministrator } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('first.title'), referrer: 'same-origin', robots: { index: false } }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/first-administrator'>) {
  const [{ token }, t, refusals] = await Promise.all([
    searchParams,
    getTranslations('account'),
    getTranslations('refusals'),
  ])
  const key = typeof token === 'string' ? token : ''
  const no = await whyNotFirstAdministrator(publicContext(), key, sessionSecret())
  if (no)
    return (
      <main id="main" className="page max-w-[560px]! py-14">
        <PageHead title={t('first.gone')} />
        <p className="text-ink-2">{refusals(no)}</p>
        <p className="mt-4">
          <TextLink href="/sign-in">{t('signIn.act')}</TextLink>
        </p>
      </main>
    )
  return (
    <main id="main" className="page max-w-[560px]! py-10">
      <PageHead title={t('first.title')}>{t('first.text')}</PageHead>
      <Form action={makeAdministrator} keep="first" className="space-y-5">
        <input type="hidden" name="token" value={key} />
        <TextField
          name="name"
          label={t('first.authority')}
          hint={t('first.authorityHint')}
          autoComplete="organization"
        />
        <TextField
          name="uscc"
          label={t('uscc')}
          autoComplete="off"
          spellCheck={false}
          after={<SuggestedCode />}
        />
        <TextField name="personName" label={t('personName')} autoComplete="name" />
        <TextField
          name="email"
          label={t('email')}
          hint={t('signUp.emailHint')}
          type="email"
          inputMode="email"
          autoComplete="username"
          spellCheck={false}
        />
        <TextField
          name="password"
          label={t('newPassword')}
          hint={t('passwordHint')}
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton>{t('first.act')}</SubmitButton>
      </Form>
    </main>
  )
}
