import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { placeAfterSignIn } from '@/app/place-after-sign-in'
import { currentActor } from '@/app/session'
import { TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { TextLink } from '@/components/ui/text-links'
import { signInHere } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('signIn.title') }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/sign-in'>) {
  const [{ next, done }, t, locale, actor] = await Promise.all([
    searchParams,
    getTranslations('account'),
    getLocale(),
    currentActor(),
  ])
  const asked = typeof next === 'string' ? next : undefined
  if (actor) redirect(placeAfterSignIn(asked, actor.audience, locale))
  return (
    <main id="main" className="page max-w-[480px]! py-10 sm:py-14">
      <PageHead title={t('signIn.title')} />
      {done === 'reset' && (
        <div className="mb-5">
          <Notice tone="pass" live>
            {t('signIn.reset')}
          </Notice>
        </div>
      )}
      {asked && (
        <div className="mb-5">
          <Notice tone="calm">{t('signIn.first')}</Notice>
        </div>
      )}
      <Form action={signInHere} className="space-y-5">
        <input type="hidden" name="next" value={asked ?? ''} />
        <TextField
          name="email"
          label={t('email')}
          type="email"
          inputMode="email"
          autoComplete="username"
          spellCheck={false}
        />
        <TextField
          name="password"
          label={t('signIn.password')}
          type="password"
          autoComplete="current-password"
        />
        <SubmitButton wide>{t('signIn.act')}</SubmitButton>
      </Form>
      <div className="mt-8 space-y-1.5 border-t border-line pt-5 text-ink-2">
        <p>
          {t('signIn.noAccount')} <TextLink href="/sign-up">{t('signIn.register')}</TextLink>
        </p>
        <p>
          <TextLink href="/reset">{t('signIn.forgotten')}</TextLink>
        </p>
      </div>
    </main>
  )
}
