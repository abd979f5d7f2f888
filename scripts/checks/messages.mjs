import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'

const chinese = /[\u3400-\u9fff]/
/** Chinese that English pages show on purpose: the name, and the way back to the other language. */
const namesInEnglish = /[科融]|中文|万元/g

/** How a day or an amount is written is each language's own affair; its one formatter gives every part. */
const mayAskDifferently = new Set(['units.json'])

/** Days, hours and weeks in figures or in words, and times of day. Months and years measure needs and the past, no clock. */
const writtenLengths = [
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty|ninety)(?: working| calendar)? (?:hour|day|week)s?\b/i,
  /\bhalf a (?:day|year)\b|\b(?:a|one) year at most\b|\ba fortnight\b/i,
  /\bat (?:\d{1,2}|eight)\b|\b\d{1,2}:\d{2}\b/i,
  /(?<!某)[\d一二两三四五六七八九十半]+ ?个?(?:工作日|小时|星期|日内|天|周)|[\d一二两三四五六七八九十]+ ?点/,
  /半年|最长一年/,
]
/** What is no clock of ours: the year of a yearly cost, what financing usually takes, how a moment is written, less than a unit. */
const foreignLengths = new Set([
  'financier.json offer.method',
  'need.json fields.wantedByHint',
  'public.json trouble.as-of',
  'rules.json record.underAnHour',
])

/**
 * Words of which docs/domain.md chose another, marks of the other kind, and what nobody says; each with what to write instead.
 * What a company gives for its data is 授权 and consent; money is CNY; an introduction is a talk on pages.
 */
const forbidden = {
  zh: [
    [/你/, '您'],
    [/贵(?:企业|公司|单位)/, '您 or 您的企业'],
    [/融资产品/, '金融产品'],
    [/(?<![贷放付条还用])款产品|[每这\d}] ?款(?!项)/, '个'],
    [/(?:您|企业|对方|没有|未)同意|同意(?:之?[前后]|给看|看|授权)/, '授权'],
    [/谢绝/, '婉拒 or 未接受'],
    [/账户/, '账号'],
    [/主管部门/, '政府部门'],
    [/合同号/, '合同编号'],
    [/首次响应/, '首次答复'],
    [/看到 ?\{(?:day|until|date)\}(?! ?为止)/, '可看到 {day}为止'],
    [/[「」『』"]/, '“”'],
    [/[!！]/, '。'],
    [/[一-龥][,;:?](?!\S)/, 'a full-width mark'],
  ],
  en: [
    [/\breckon\w*/i, 'work out or count'],
    [/\byuan\b/i, 'CNY'],
    [/\binstitutions?\b/i, 'financier or organisation'],
    [/\bintroductions?\b/i, 'talk'],
    [/\bteasers?\b/i, 'anonymous information'],
    [/\bauthori[sz](?:e|es|ed|ing|ation)\b/i, 'consent'],
    [/\breject\w*/i, 'decline or refuse'],
    [/[A-Za-z]'[a-z]|"/, '’ or “”'],
    [/!/, 'a full stop'],
  ],
}
/** Units as bank files write them, which are asked by name. */
const namesUnits = (place) => /^import\.json (?:units\.|problems\.unit-unknown$)/.test(place)

/** The forbidden word of a message, and what to write instead. */
export function wordIn(message, language) {
  for (const [pattern, instead] of forbidden[language]) {
    const found = pattern.exec(message)?.[0]
    if (found) return { found, instead }
  }
  return undefined
}

/** The length of time that a message writes out, where it should ask for one of domain/clock/clock.ts. */
export function lengthIn(message) {
  return writtenLengths.map((pattern) => pattern.exec(message)?.[0]).find(Boolean)
}

/**
 * What a message asks for: the arguments it shows, those it only chooses its words by, with their options, and its tags.
 * @throws Error where the message is no ICU message, or not one of this language
 */
export function askedFor(message, language) {
  const shown = new Set()
  const counts = new Set()
  const chosen = new Map()
  const tags = new Set()

  /** `counted` is the argument that a # around here would stand for. */
  function read(elements, counted) {
    for (const element of elements)
      switch (element.type) {
        case TYPE.literal:
          expectText(element, counted !== undefined)
          break
        case TYPE.pound:
          counts.add(counted)
          break
        case TYPE.tag:
          tags.add(element.value)
          read(element.children, counted)
          break
        case TYPE.select:
          chosen.set(element.value, Object.keys(element.options).sort())
          for (const { value } of Object.values(element.options)) read(value, counted)
          break
        case TYPE.plural:
          chosen.set(element.value, [])
          expectChosen(element, language)
          for (const { value } of Object.values(element.options)) read(value, element.value)
          break
        default:
          shown.add(element.value)
      }
  }
  read(parsed(message))
  return { shown: [...shown].sort(), counts: [...counts], chosen, tags: [...tags].sort() }
}

/** What the parser lets through as text, and people would read as it is. */
function expectText({ value, rawValue = value }, isCounted) {
  const unquoted = rawValue.replace(/''|'[{}<>#|][^']*'/g, '')
  const mark = /[{}]|<\w+\s*\/>/.exec(unquoted)
  if (mark) throw new Error(`${mark[0]} stands alone in “${rawValue}”`)
  if (isCounted && unquoted.includes('#')) throw new Error('# stands in a select, as no number')
}

/** A category that its language does not have is never chosen. */
function expectChosen({ value, options, pluralType: type }, language) {
  const { pluralCategories } = new Intl.PluralRules(language, { type }).resolvedOptions()
  const never = Object.keys(options).find(
    (name) => !name.startsWith('=') && !pluralCategories.includes(name),
  )
  if (never) throw new Error(`${value} is never "${never}" in ${language}`)
}

/** The parser's own words are the name of a constant. */
function parsed(message) {
  try {
    return parse(message, { captureEscapes: true })
  } catch (error) {
    const { start } = error.location
    const why = error.message.toLowerCase().replaceAll('_', ' ')
    throw new Error(`${why} at character ${start.offset + 1}`, { cause: error })
  }
}

function* leaves(value, path = []) {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && inner !== null) yield* leaves(inner, [...path, key])
    else yield [[...path, key].join('.'), inner]
  }
}

function faultsOfOne(language, key, message) {
  // A counting word stands after a figure in Chinese where English has none.
  if (language === 'en' && key.endsWith('Unit') && message === '') return undefined
  if (typeof message !== 'string' || message.trim() === '') return 'is empty'
  if (language === 'en' && chinese.test(message.replace(namesInEnglish, '')))
    return 'is English with Chinese in it'
  try {
    askedFor(message, language)
  } catch (error) {
    return `is no message: ${error.message}`
  }
  return undefined
}

const within = (some, all) => some.every((one) => all.includes(one))

/** How two languages of one message disagree. What one shows the other shows too; what it inflects by is its own affair. */
function disagreement(zh, en) {
  if (
    !within(zh.shown, [...en.shown, ...en.counts]) ||
    !within(en.shown, [...zh.shown, ...zh.counts])
  )
    return `shows {${zh.shown.join(' ')}} in zh and {${en.shown.join(' ')}} in en`
  if (!within(zh.tags, en.tags) && !within(en.tags, zh.tags))
    return `has <${zh.tags.join(' ')}> in zh and <${en.tags.join(' ')}> in en`
  for (const [name, options] of zh.chosen)
    if (en.chosen.has(name) && options.join() !== en.chosen.get(name).join())
      return `chooses ${name} from ${options.join(' ')} in zh and from ${en.chosen.get(name).join(' ')} in en`
  return undefined
}

/** The faults of one namespace in its two languages, as sentences. */
export function compareNamespaces(zh, en, { sameArguments = true } = {}) {
  const messages = { zh: new Map(leaves(zh)), en: new Map(leaves(en)) }
  const faults = []
  for (const key of new Set([...messages.zh.keys(), ...messages.en.keys()])) {
    const here = ['zh', 'en'].filter((language) => messages[language].has(key))
    if (here.length === 1) faults.push(`${key} is in ${here[0]} only`)
    const own = here.map((language) => [
      language,
      faultsOfOne(language, key, messages[language].get(key)),
    ])
    for (const [language, fault] of own) if (fault) faults.push(`${key} (${language}) ${fault}`)
    if (here.length === 1 || own.some(([, fault]) => fault)) continue
    const [inZh, inEn] = ['zh', 'en'].map((language) =>
      askedFor(messages[language].get(key), language),
    )
    const fault = sameArguments ? disagreement(inZh, inEn) : undefined
    if (fault) faults.push(`${key} ${fault}`)
    const same = messages.zh.get(key)
    if (same === messages.en.get(key) && /[a-z]+ [a-z]+/i.test(same.replace(/\{[^}]*\}/g, '')))
      faults.push(`${key} is not translated`)
  }
  return faults
}

function lengthFaults(name, language, messages) {
  return [...leaves(messages)].flatMap(([key, message]) => {
    const length = foreignLengths.has(`${name} ${key}`) ? undefined : lengthIn(message)
    return length ? [`${key} (${language}) writes out “${length}”: pass it from domain/clock`] : []
  })
}

function wordFaults(name, language, messages) {
  return [...leaves(messages)].flatMap(([key, message]) => {
    const word = namesUnits(`${name} ${key}`) ? undefined : wordIn(message, language)
    return word ? [`${key} (${language}) says “${word.found}”: write ${word.instead}`] : []
  })
}

/** Compares every namespace file under `folder`; answers how many messages there are, and the faults. */
export function checkMessages(folder) {
  const files = (language) =>
    readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'))
  const read = (language, name) => {
    try {
      return JSON.parse(readFileSync(join(folder, language, name), 'utf8'))
    } catch {
      return {}
    }
  }
  const names = new Set([...files('zh'), ...files('en')])
  let count = 0
  const faults = [...names].flatMap((name) => {
    const zh = read('zh', name)
    const en = read('en', name)
    count += [...leaves(zh)].length
    return [
      ...compareNamespaces(zh, en, { sameArguments: !mayAskDifferently.has(name) }),
      ...lengthFaults(name, 'zh', zh),
      ...lengthFaults(name, 'en', en),
      ...wordFaults(name, 'zh', zh),
      ...wordFaults(name, 'en', en),
    ].map((fault) => `${name}: ${fault}`)
  })
  return { count, faults }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { count, faults } = checkMessages(fileURLToPath(new URL('../../messages', import.meta.url)))
  for (const fault of faults) console.error(fault)
  console.log(`${count} messages, ${faults.length} faults`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
