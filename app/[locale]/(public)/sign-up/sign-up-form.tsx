import { useTranslations } from 'next-intl'
import { LinkSent } from '@/components/link-sent.client'
import { SuggestedCode } from '@/components/suggested-code'
import { Select, TextArea, TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { EnterButton, SubmitButton } from '@/components/ui/form.client'
import { financierKinds } from '@/domain/organisation/organisation'
import { useLinkWords } from '../link-words'
import { signUp } from './actions'

export function SignUpForm({ kind }: { kind: 'company' | 'financier' }) {
  const [t, domain] = [useTranslations('account'), useTranslations('domain')]
  const words = useLinkWords('register')
  return (
    <Form action={signUp} keep={kind}>
      <LinkSent words={words}>
        <div className="space-y-8">
          <EnterButton name="verb" value="register" />
          <input type="hidden" name="kind" value={kind} />
          <fieldset className="space-y-5">
            <legend className="mb-3 text-h2">{t('signUp.organisation')}</legend>
            <TextField
              name="name"
              label={t('organisationName')}
              hint={t('signUp.asOnLicence')}
              autoComplete="organization"
            />
            <TextField
              name="uscc"
              label={t('uscc')}
              hint={t('signUp.usccHint')}
              autoComplete="off"
              spellCheck={false}
              after={<SuggestedCode />}
            />
            {kind === 'financier' && (
              <Select
                name="financierKind"
                label={t('signUp.financierKind')}
                none={t('signUp.choose')}
                choices={financierKinds.map((value) => ({
                  value,
                  label: domain(`financierKind.${value}`),
                }))}
              />
            )}
          </fieldset>
          <fieldset className="space-y-5">
            <legend className="mb-3 text-h2">{t('signUp.you')}</legend>
            <TextField name="personName" label={t('personName')} autoComplete="name" />
            <TextField
              name="phone"
              label={t('phone')}
              type="tel"
              inputMode="tel"
              autoComplete="tel"
              whoSees={t(`signUp.${kind}.phoneSeenBy`)}
            />
            <TextField
              name="email"
              label={t('email')}
              hint={t('signUp.emailHint')}
              type="email"
              inputMode="email"
              autoComplete="username"
              spellCheck={false}
            />
            <TextArea
              name="evidence"
              label={t('signUp.evidence')}
              hint={t('signUp.evidenceHint')}
              whoSees={t('signUp.evidenceSeenBy')}
              rows={2}
              maxLength={500}
            />
          </fieldset>
          <SubmitButton>{t(`signUp.${kind}.act`)}</SubmitButton>
        </div>
      </LinkSent>
    </Form>
  )
}
