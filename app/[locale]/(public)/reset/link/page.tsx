import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { publicContext } from '@/app/session'
import { TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { PageHead } from '@/components/ui/page-head'
import { TextLink } from '@/components/ui/text-links'
import { LINK_HOURS } from '@/domain/clock/clock'
import { findReset } from '@/domain/member/queries'
import { reset } from './actions'

// The address is the key, so no other site may learn it. Without any referrer a form would not name its origin either.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('reset.linkTitle'), referrer: 'same-origin', robots: { index: false } }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/reset/link'>) {
  const [{ token }, t] = await Promise.all([searchParams, getTranslations('account')])
  const key = typeof token === 'string' ? token : ''
  const found = await findReset(publicContext(), key)
  if (!found)
    return (
      <main id="main" className="page max-w-[480px]! py-14">
        <PageHead title={t('link.gone')} />
        <p className="text-ink-2">{t('reset.goneText', LINK_HOURS)}</p>
        <p className="mt-4">
          <TextLink href="/reset">{t('reset.again')}</TextLink>
        </p>
      </main>
    )
  return (
    <main id="main" className="page max-w-[480px]! py-10 sm:py-14">
      <PageHead title={t('reset.linkTitle')}>{t('reset.linkAbout')}</PageHead>
      <Form action={reset} className="space-y-5">
        <input type="hidden" name="token" value={key} />
        <input
          type="text"
          name="username"
          value={found.email}
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
        <SubmitButton wide>{t('reset.save')}</SubmitButton>
      </Form>
    </main>
  )
}
