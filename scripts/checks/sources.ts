import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import ts from 'typescript'
import * as schema from '../../db/schema'
import { anchorsOf, type Source } from './citations'

const root = fileURLToPath(new URL('../..', import.meta.url))
export const read = (path: string) => readFileSync(join(root, path), 'utf8')
/** The tests of the checks name what is not there. */
export const isCode = (path: string) =>
  /\.(tsx?|mjs|cjs)$/.test(path) && !/^scripts\/checks\/.*\.test\.ts$/.test(path)

/** What .gitignore names is made on each machine. */
const made = read('.gitignore')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.replace(/^\/|\/$/g, ''))
const isMade = (name: string) =>
  made.some((one) => new RegExp(`^${one.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(name))

function* pathsBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name === '.git' || isMade(entry.name)) continue
    const path = `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`
    yield path
    if (entry.isDirectory()) yield* pathsBelow(path)
  }
}

/** Adds the names and the texts of a source; what a comment says is neither. */
function readCode(path: string, names: Set<string>, texts: Set<string>): void {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const look = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text)
    else if (ts.isLiteralExpression(node) || ts.isTemplateHead(node)) texts.add(node.text)
    else if (ts.isTemplateMiddleOrTemplateTail(node)) texts.add(node.text)
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, false, kind))
}

function addKeys(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inside] of Object.entries(value)) {
    names.add(key)
    addKeys(inside, names)
  }
}

/** Words of the language itself: await, const. */
const keywords = Array.from(
  { length: ts.SyntaxKind.LastKeyword - ts.SyntaxKind.FirstKeyword + 1 },
  (_, place) => ts.tokenToString(ts.SyntaxKind.FirstKeyword + place) ?? '',
)

const inSnakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function readTables(): Source['tables'] {
  const tables = Object.values(schema).filter((one) => is(one, PgTable))
  return new Map(
    tables.map((one) => [
      getTableName(one),
      new Set(Object.values(getTableColumns(one)).map(({ name }) => inSnakeCase(name))),
    ]),
  )
}

/** All that a page may cite, from the files as they are now. */
export function readSource(): Source {
  const paths = new Set(pathsBelow(''))
  const names = new Set<string>()
  const texts = new Set<string>()
  for (const path of paths) {
    if (isCode(path)) readCode(path, names, texts)
    if (/^messages\/.*\.json$/.test(path)) addKeys(JSON.parse(read(path)), names)
  }
  const tables = readTables()
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
  const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  const words = new Set([
    ...names,
    ...keywords,
    ...texts,
    ...[...texts].flatMap((text) => text.split(/[^\w-]+/)),
    ...[...paths].flatMap((path) => [basename(path), ...basename(path).split('.')]),
    ...[...tables].flatMap(([name, columns]) => [name, ...columns]),
    ...packages,
  ])
  const pages = [...paths].filter((path) => path.endsWith('.md'))
  const anchors = new Map(pages.map((page) => [page, anchorsOf(read(page))]))
  const scripts = Object.keys(manifest.scripts ?? {})
  return { paths, made, names, words, tables, scripts, packages, anchors }
}
