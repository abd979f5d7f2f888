import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { classes, deedOf, isFinancing, loanClasses } from '../domain/product/classes'
import * as en from './en'
import * as zh from './zh'

/** What only a loan is: paid out to an account, drawn. An investment reaches the account as *出资已到账*. */
const loanWords = { zh: /放款|提款|利率|授信|(?<!出资)(?<!出资已)到账/, en: /\bdraw|\bloan\b/i }
const languages = { zh, en }

type Texts = { [name: string]: string | Texts }
function* keysOf(texts: Texts, above = ''): Generator<[string, string]> {
  for (const [name, text] of Object.entries(texts))
    if (typeof text === 'string') yield [above + name, text]
    else yield* keysOf(text, `${above}${name}.`)
}
const of = (language: 'zh' | 'en') => [...keysOf(languages[language] as unknown as Texts)]

test('every class has one of the deeds, and only loans are drawn', () => {
  expect(classes.filter((name) => deedOf(name) === 'drawn')).toEqual(loanClasses)
  const covers = classes.filter((name) => !isFinancing(name)).map(deedOf)
  expect(covers.toSorted()).toEqual(['inForce', 'issued'])
})

test.each(['zh', 'en'] as const)(
  'what is said by class says nothing of a loan of any other (%s)',
  (language) => {
    const said = of(language).filter(([, text]) => text.includes('{deed, select'))
    expect(said.length).toBeGreaterThan(30)
    const t = createTranslator({ locale: language, messages: languages[language] })
    const others = [...new Set(classes.map(deedOf))].filter((deed) => deed !== 'drawn')
    for (const [key] of said)
      for (const deed of others) {
        const text = (t as (key: string, values: object) => string)(key, {
          deed,
          amount: '1',
          financier: 'F',
          company: 'C',
          day: 'D',
          until: 'D',
          rate: '1 %',
          hasRate: 'no',
          who: 'W',
        })
        expect(text, `${key} ${deed}`).not.toMatch(loanWords[language])
      }
  },
)

/** Sums of financing alone, files of banks and how a price is reckoned; nothing of them is about one talk of another class. */
const ofMoneyAlone =
  /^(api|doubts|files|imports?|method|monitor|target|wall|public|ledger|official|catalogue|offer|report)[.]|^financier[.](record[.]drawn|pipeline[.]sum[.]drawn|offer[.]method)$/
/** A sentence of all classes names the others beside it. */
const namesOthers = /担保|出函|保单/

test('no other sentence of a talk, a notice or a need says that something was drawn', () => {
  const loose = of('zh').filter(
    ([key, text]) =>
      /到账|放款/.test(text) &&
      !text.includes('{deed, select') &&
      !ofMoneyAlone.test(key) &&
      !namesOthers.test(text),
  )
  expect(loose.map(([key, text]) => `${key}: ${text}`)).toEqual([])
})
