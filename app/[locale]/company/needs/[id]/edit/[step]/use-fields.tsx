import { getMessages, getTranslations } from 'next-intl/server'
import { CheckboxGroup } from '@/components/ui/choice-fields.client'
import { OwnWordsField } from '@/components/own-words.client'
import { Select } from '@/components/ui/fields.client'
import { useKinds } from '@/domain/need/need'
import { classes } from '@/domain/product/classes'
import type { StepFields } from './fields'

export async function UseFields({ terms, companyName }: StepFields) {
  const [t, domain, messages] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getMessages(),
  ])
  return (
    <>
      <Select
        name="useKind"
        label={t('fields.useKind')}
        none={t('fields.chooseOne')}
        start={terms.useKind ?? undefined}
        choices={useKinds.map((kind) => ({ value: kind, label: domain(`use.${kind}`) }))}
        whoSees={t('sees.matched')}
      />
      <OwnWordsField
        name="words"
        companyName={companyName}
        says={messages.need.ownWords}
        label={t('fields.words')}
        hint={t('fields.wordsHint')}
        optional
        rows={3}
        maxLength={500}
        start={terms.words ?? undefined}
        whoSees={t('sees.words')}
      />
      <CheckboxGroup
        name="classes"
        label={t('fields.classes')}
        hint={t('fields.classesHint')}
        columns={2}
        start={terms.classes}
        choices={classes.map((name) => ({
          value: name,
          label: domain(`class.${name}`),
          note: domain(`classHint.${name}`),
        }))}
        whoSees={t('sees.matched')}
      />
    </>
  )
}
