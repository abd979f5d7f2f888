import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { contextForMember } from '@/app/session'
import { TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { changeOwnPassword } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('password.title') }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/account/password'>) {
  await contextForMember()
  const [{ done }, t] = await Promise.all([searchParams, getTranslations('account')])
  return (
    <main id="main" className="page max-w-[560px]! py-10">
      <PageHead title={t('password.title')}>{t('password.about')}</PageHead>
      {done === 'changed' && (
        <div className="mb-5">
          <Notice tone="pass" live>
            {t('password.done')}
          </Notice>
        </div>
      )}
      <Form action={changeOwnPassword} className="space-y-5">
        <TextField
          name="currentPassword"
          label={t('password.current')}
          type="password"
          autoComplete="current-password"
        />
        <TextField
          name="password"
          label={t('password.new')}
          hint={t('passwordHint')}
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton>{t('password.act')}</SubmitButton>
      </Form>
    </main>
  )
}
