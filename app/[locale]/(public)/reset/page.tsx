import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { LinkSent } from '@/components/link-sent.client'
import { TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { PageHead } from '@/components/ui/page-head'
import { BackLink } from '@/components/ui/text-links'
import { useLinkWords } from '../link-words'
import { askForLink } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('reset.title') }
}

export default function Page() {
  const t = useTranslations('account')
  const words = useLinkWords('reset')
  return (
    <main id="main" className="page max-w-[480px]! py-10 sm:py-14">
      <PageHead
        back={<BackLink href="/sign-in">{t('signIn.act')}</BackLink>}
        title={t('reset.title')}
      >
        {t('reset.about')}
      </PageHead>
      <Form action={askForLink}>
        <LinkSent words={words}>
          <div className="space-y-5">
            <TextField
              name="email"
              label={t('email')}
              type="email"
              inputMode="email"
              autoComplete="username"
              spellCheck={false}
            />
            <SubmitButton wide>{t('reset.act')}</SubmitButton>
          </div>
        </LinkSent>
      </Form>
    </main>
  )
}
