import { useLocale, useTranslations } from 'next-intl'
import { counted } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { hiddenSteps, isStepped } from '@/domain/threshold/threshold'
import {
  flagFacts,
  hiddenFacts,
  quantifiers,
  rangeFacts,
  setFacts,
  type RangeFact,
  type SetFact,
} from '@/domain/product/product'
import { asTyped } from './criteria-form'
import type { EditorFact, EditorWords } from './criteria-editor.client'

/** Everything the editor shows, resolved here: the browser gets no lists of its own and no translator. */
export function useEditorWords(): EditorWords {
  const [t, domain, units, locale] = [
    useTranslations('product'),
    useTranslations('domain'),
    useTranslations('units'),
    useLocale(),
  ]
  const unit = {
    months: t('criteria.years'),
    people: t('criteria.people'),
    fen: units('typedMoney'),
    bp: '%',
    count: t('criteria.count'),
  } as const
  /** The figure with its unit, as the pages write it. */
  const told = (fact: RangeFact, step: number) =>
    rangeFacts[fact] === 'fen'
      ? money(step, locale)
      : rangeFacts[fact] === 'bp'
        ? `${step / 100}%`
        : counted(step, 'person', locale)
  const label = (fact: EditorFact['fact']) => domain(`rule.${fact as RangeFact}`)
  const facts: EditorFact[] = [
    ...(Object.keys(rangeFacts) as RangeFact[]).map((fact) => ({
      fact,
      kind: 'range' as const,
      label: label(fact),
      unit: unit[rangeFacts[fact]],
      steps: isStepped(fact)
        ? hiddenSteps[fact].map((step) => ({ value: asTyped(fact, step), label: told(fact, step) }))
        : undefined,
      note: hiddenFacts.includes(fact) ? t('criteria.hidden') : undefined,
    })),
    ...(Object.keys(setFacts) as SetFact[]).map((fact) => ({
      fact,
      kind: 'set' as const,
      label: label(fact),
      options: setFacts[fact].map((value) => ({
        value,
        label: domain(`${fact}.${value}` as 'chain.photonics'),
      })),
    })),
    ...flagFacts.map((fact) => ({
      fact,
      kind: 'flag' as const,
      label: label(fact),
      sentence: t(`criteria.flag.${fact}`),
      note: hiddenFacts.includes(fact) ? t('criteria.hidden') : undefined,
    })),
  ]
  return {
    title: t('criteria.title'),
    hint: t('criteria.hint'),
    none: t('criteria.empty'),
    min: t('criteria.min'),
    max: t('criteria.max'),
    weight: t('criteria.weight'),
    hard: t('criteria.hard'),
    soft: t('criteria.soft'),
    which: t('criteria.which'),
    noStep: t('criteria.noStep'),
    quantifiers: quantifiers.map((value) => ({ value, label: t(`criteria.${value}`) })),
    remove: t.raw('criteria.remove') as string,
    newFact: t('criteria.newFact'),
    add: t('criteria.add'),
    groups: {
      range: t('criteria.groupRange'),
      set: t('criteria.groupSet'),
      flag: t('criteria.groupFlag'),
    },
    facts,
  }
}
