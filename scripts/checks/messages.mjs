import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

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

/** The length of time that a message writes out, where it should ask for one of domain/clock/clock.ts. */
export function lengthIn(message) {
  return writtenLengths.map((pattern) => pattern.exec(message)?.[0]).find(Boolean)
}

/**
 * What a message asks for: the arguments it shows, those it only chooses its words by, with their options, and its tags.
 * @throws Error where the message is no ICU message
 */
export function askedFor(message) {
  const shown = new Set()
  const counts = new Set()
  const chosen = new Map()
  const tags = new Set()
  let at = 0
  let counted

  const expectBrace = () => {
    if (message[at] !== '}') throw new Error(`no } at character ${at + 1}`)
    at += 1
  }
  const word = () => {
    const found = /^\s*([^\s,{}]+)\s*/.exec(message.slice(at))
    if (!found) throw new Error(`a name is missing at character ${at + 1}`)
    at += found[0].length
    return found[1]
  }
  function text(isInside) {
    while (at < message.length) {
      const character = message[at]
      if (character === "'" && /['{}<>#|]/.test(message[at + 1] ?? '')) {
        const end = message[at + 1] === "'" ? at + 1 : message.indexOf("'", at + 1)
        at = end === -1 ? message.length : end + 1
      } else if (character === '{') argument()
      else if (character === '}') {
        if (!isInside) throw new Error(`a } too many at character ${at + 1}`)
        return
      } else {
        const tag = /^<\/?([a-zA-Z][\w-]*)\s*\/?>/.exec(message.slice(at))
        if (tag) tags.add(tag[1])
        if (character === '#' && counted !== undefined) counts.add(counted)
        at += tag?.[0].length ?? 1
      }
    }
    if (isInside) throw new Error('a { is never closed')
  }
  function argument() {
    at += 1
    const name = word()
    let isShown = true
    if (message[at] === ',') {
      at += 1
      const kind = word()
      if (message[at] === ',') {
        at += 1
        if (['plural', 'select', 'selectordinal'].includes(kind)) {
          options(name, kind)
          isShown = false
        } else at = Math.max(at, message.indexOf('}', at))
      }
    }
    if (isShown) shown.add(name)
    expectBrace()
  }
  function options(name, kind) {
    const names = []
    const around = counted
    if (kind !== 'select') counted = name
    while (message[at] !== '}' && at < message.length) {
      names.push(word())
      if (names.at(-1).startsWith('offset:')) continue
      if (message[at] !== '{') throw new Error(`no { after ${names.at(-1)}`)
      at += 1
      text(true)
      expectBrace()
      at += /^\s*/.exec(message.slice(at))[0].length
    }
    if (!names.includes('other')) throw new Error(`${name} has no "other"`)
    counted = around
    chosen.set(name, kind === 'select' ? names.sort() : [])
  }
  text(false)
  return { shown: [...shown].sort(), counts: [...counts], chosen, tags: [...tags].sort() }
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
    askedFor(message)
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
    const [inZh, inEn] = ['zh', 'en'].map((language) => askedFor(messages[language].get(key)))
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
