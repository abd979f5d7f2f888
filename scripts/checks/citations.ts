import { posix } from 'node:path'

/** A code span, the target of a link, or a line of a sample or of an indented block. */
export interface Citation {
  line: number
  kind: 'span' | 'link' | 'sample' | 'block'
  text: string
}

/** What may be cited. */
export interface Source {
  /** Every file and every folder, from the root; a folder ends with a slash. */
  paths: ReadonlySet<string>
  /** Folders that are made while it runs. */
  made: readonly string[]
  /** Names that stand in code; the compiler sees to it that each is defined. */
  names: ReadonlySet<string>
  /** Those, and whatever else code says: words of strings, names of files, keys of messages. */
  words: ReadonlySet<string>
  /** Columns, by table. */
  tables: ReadonlyMap<string, ReadonlySet<string>>
  scripts: readonly string[]
  packages: readonly string[]
  /** Where a link may lead in a page. */
  anchors: ReadonlyMap<string, ReadonlySet<string>>
}

/** The headings of a page as links name them. */
export function anchorsOf(markdown: string): Set<string> {
  const headings = markdown.matchAll(/^#+ (.+)$/gm)
  return new Set(
    [...headings].map(([, text = '']) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
}

/** Lines that `leaveOut` names are not read. */
export function citationsOf(
  markdown: string,
  leaveOut: ReadonlySet<number> = new Set(),
): Citation[] {
  const found: Citation[] = []
  const prose: string[] = []
  let inSample = false
  let inBlock = false
  let isBlank = true
  for (const [index, line] of markdown.split('\n').entries()) {
    const isFence = /^\s*```/.test(line)
    if (isFence) inSample = !inSample
    inBlock = !inSample && /^ {4,}\S/.test(line) && (inBlock || isBlank)
    const kind = inSample ? 'sample' : inBlock ? 'block' : null
    if (kind && !isFence) found.push({ line: index + 1, kind, text: line })
    prose.push(kind || isFence || leaveOut.has(index + 1) ? '' : line)
    isBlank = line.trim() === ''
  }
  let text = prose.join('\n')
  const take = (kind: Citation['kind'], pattern: RegExp) => {
    for (const hit of text.matchAll(pattern)) {
      const line = text.slice(0, hit.index).split('\n').length
      found.push({ line, kind, text: (hit[1] ?? '').replace(/\s+/g, ' ') })
    }
    text = text.replace(pattern, (span) => span.replace(/[^\n]/g, ' '))
  }
  take('span', /`([^`\n]+(?:\n(?!\n)[^`\n]+)?)`/g)
  take('link', /\]\(([^)\s]+)\)/g)
  return found.toSorted((a, b) => a.line - b.line)
}

/** The pages that a source names, in its comments too. */
export function pagesCitedIn(code: string): Citation[] {
  return code.split('\n').flatMap((text, index) =>
    [...text.matchAll(/\bdocs\/[\w./-]+\.md\b/g)].map(([page]): Citation => ({
      line: index + 1,
      kind: 'span',
      text: page,
    })),
  )
}

const written = '(?:tsx?|mjs|cjs|css|sql|md|json|png)'
const isFile = new RegExp(`^[\\w.*<>[\\]()-]+\\.${written}$`)
const isPath = /^[@\w.*<>[\]()-]+(?:\/[@\w.*<>[\]()-]*)+$/
/** The address of something else, or a mailbox. */
const isElsewhere = /:\/\/|\w@\w/

/** What a path may stand for: itself, the end of a longer one, one without its ending, or a decision by its number. */
function placesOf(cited: string, { paths }: Source): string[] {
  const path = cited.replace(/^@\//, '')
  const exact = [path, `${path}/`].filter((one) => paths.has(one))
  if (exact.length > 0) return exact
  const pattern = path
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*|<[^>]*>/g, '[^/]*')
    .replace(/(^|\/)(\d{4})$/, '$1$2-[^/]*')
  const start = path.startsWith('.') ? '' : '(?:^|/)'
  const end = path.endsWith('/') ? '' : `(?:\\.${written}|/)?`
  const found = new RegExp(`${start}${pattern}${end}$`)
  return [...paths].filter((one) => found.test(one))
}

function whyNotPath(cited: string, source: Source): string | null {
  if (source.made.some((folder) => cited === folder || cited.startsWith(`${folder}/`))) return null
  const isPackage = source.packages.some((name) => cited === name || cited.startsWith(`${name}/`))
  const places = placesOf(cited, source)
  if (places.length === 1 || (places.length === 0 && isPackage)) return null
  if (places.length > 1 && /[*<]|^\./.test(cited)) return null
  if (places.length > 1) return `${cited}, which may be ${places.slice(0, 4).join(' or ')}`
  const name = posix.basename(cited)
  const elsewhere = [...source.paths].filter((one) => posix.basename(one) === name)
  const hint = elsewhere.length > 0 ? ` (${elsewhere.slice(0, 4).join(', ')}?)` : ''
  return `${cited}, which is not there${hint}`
}

/** Whether a page or handler answers an address without its language; the page that answers every other is none. */
function whyNotAddress(cited: string, { paths }: Source): string | null {
  const parts = cited
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .split('/')
    .slice(1)
  const answers = (file: string) => {
    const pattern = file
      .split('/')
      .slice(1, -1)
      .filter((part) => !/^\(.*\)$|^\[locale\]$/.test(part))
    return (
      pattern.length === parts.length &&
      pattern.every((part, place) => /^\[\w+\]$/.test(part) || part === parts[place])
    )
  }
  const isThere = [...paths].some(
    (one) => /^app\/.*(page\.tsx|route\.ts)$/.test(one) && answers(one),
  )
  return isThere ? null : `${cited}, which no page or handler answers`
}

/** Names that only code has: an inner capital, or a capital first. */
const isName = (word: string) => /^[a-z]+[a-z\d]*[A-Z]|^[A-Z][a-z]/.test(word)

function whyNotWords(text: string, { names, words, tables, scripts }: Source): string | null {
  const script = /^npm run ([\w-]+)|^npm (start|test)\b/.exec(text)
  const wanted = script?.[1] ?? script?.[2]
  if (wanted) return scripts.includes(wanted) ? null : `npm run ${wanted}, which package.json lacks`
  if (words.has(text)) return null
  const [, table = '', column = ''] = /^([a-z_]+)\.([a-z_]+)$/.exec(text) ?? []
  const columns = tables.get(table)
  if (columns && !columns.has(column)) return `${text}, and the table ${table} has no such column`
  if (columns) return null
  for (const [word] of text.matchAll(/[A-Za-z_][\w-]*\w/g)) {
    if (isName(word) && !names.has(word)) return `${word}, which no source defines`
    if (!words.has(word)) return `${word}, which no source knows`
  }
  return null
}

const withoutComment = (line: string) => line.replace(/(^|\s)\/\/.*$/, '')

function whyNotCode(text: string, source: Source): string | null {
  const isLeftOpen = text.includes('…') && !/[(){}]/.test(text)
  if (isElsewhere.test(text) || isLeftOpen) return null
  if (text.startsWith('/')) return whyNotAddress(text, source)
  if (isPath.test(text) || isFile.test(text)) return whyNotPath(text, source)
  return whyNotWords(text, source)
}

/** Of a drawing of folders and of commands: paths with a slash or an ending, and scripts. */
function* citedInBlock(line: string): Generator<string> {
  if (/^\s*npm /.test(line)) yield line.trim().replace(/\s+#.*$/, '')
  else
    for (const word of line.split(/[\s,;:]+/))
      if (
        !isElsewhere.test(word) &&
        (isFile.test(word) || /^[\w[\]()-][\w./[\]()-]*\/$/.test(word))
      )
        yield word
}

function whyNotLink(page: string, target: string, { paths, anchors }: Source): string | null {
  if (/^[a-z]+:/.test(target)) return null
  const [, file = '', anchor] = /^([^#]*)(?:#(.*))?$/.exec(target) ?? []
  const path = file === '' ? page : posix.join(posix.dirname(page), file)
  if (!paths.has(path)) return `${path}, which is not there`
  if (!anchor || anchors.get(path)?.has(anchor)) return null
  return `#${anchor}, which is no heading of ${path}`
}

/** What a page cites that is not there, each as the end of a sentence, with its line. */
export function faultsIn(page: string, citations: readonly Citation[], source: Source): string[] {
  const why = ({ kind, text }: Citation): (string | null)[] => {
    switch (kind) {
      case 'span':
        return [whyNotCode(text, source)]
      case 'sample':
        return [...withoutComment(text).matchAll(/[A-Za-z]\w+/g)].map(([word]) =>
          isName(word) && !source.names.has(word) ? `${word}, which no source defines` : null,
        )
      case 'block':
        return [...citedInBlock(text)].map((cited) => whyNotCode(cited, source))
      case 'link':
        return [whyNotLink(page, text, source)]
    }
  }
  return citations.flatMap((citation) =>
    why(citation)
      .filter((fault) => fault !== null)
      .map((fault) => `${page}:${citation.line} cites ${fault}`),
  )
}
