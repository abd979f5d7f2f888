import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Where the rows of a schema file are written; a noun's are by the files of its room. */
const elsewhere: Record<string, string> = {
  act: 'domain/context.ts',
  attempt: 'ports/attempts.ts',
}
const homeOf = (schemaFile: string) => elsewhere[schemaFile] ?? `domain/${schemaFile}/`

/** Each table and the file of the schema that holds it. */
function readTables(): Map<string, string> {
  const tables = new Map<string, string>()
  for (const file of readdirSync('db/schema')) {
    const text = readFileSync(join('db/schema', file), 'utf8')
    for (const [, name = ''] of text.matchAll(/export const (\w+) = pgTable/g))
      tables.set(name, file.replace('.ts', ''))
  }
  return tables
}

/** The tables that a source writes: by insert, update or delete, in drizzle or in SQL. */
function writtenBy(source: string): string[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
  const imported = new Set<string>()
  const written: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && node.moduleSpecifier.getText(file).includes('/db/schema')) {
      const names = node.importClause?.namedBindings
      if (names && ts.isNamedImports(names))
        for (const { name } of names.elements) imported.add(name.text)
    }
    if (ts.isCallExpression(node)) {
      const callee = node.expression
      const isWrite =
        ts.isPropertyAccessExpression(callee) && /^(insert|update|delete)$/.test(callee.name.text)
      // clear(db, table, …) deletes rows in steps.
      const table = isWrite
        ? node.arguments[0]
        : callee.getText(file) === 'clear'
          ? node.arguments[1]
          : undefined
      if (table) written.push(table.getText(file))
    }
    if (ts.isTemplateExpression(node)) {
      let before = node.head.text
      for (const span of node.templateSpans) {
        if (/\b(insert into|update|delete from)\s*$/i.test(before))
          written.push(span.expression.getText(file))
        before = span.literal.text
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return written.filter((name) => imported.has(name))
}

const sources = ['domain', 'ports', 'jobs', 'app'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /[.]tsx?$/.test(path) && !/[.]test[.]tsx?$|^domain\/testing\//.test(path)),
)

test('a row is written by the files of its own noun alone', { timeout: 30_000 }, () => {
  const tables = readTables()
  const writes = sources.flatMap((path) =>
    writtenBy(readFileSync(path, 'utf8')).map((table) => ({ path, table })),
  )
  expect(new Set(writes.map(({ table }) => table)).size).toBeGreaterThan(25)
  const strange = writes.filter(
    ({ path, table }) => !path.startsWith(homeOf(tables.get(table) ?? '?')),
  )
  expect(strange).toEqual([])
})

test.each([
  ['an insert', `import { need } from '@/db/schema'\nawait tx.insert(need).values({})`],
  ['an update', `import { need } from '@/db/schema'\nawait tx.update(need).set({})`],
  ['a deletion', `import { need } from '@/db/schema'\nawait db.delete(need)`],
  ['a clearing', `import { need } from '@/db/schema'\nawait clear(db, need, old)`],
  [
    'a statement',
    `import { need } from '@/db/schema'\ndb.execute(sql\`update \${need} set a = 1\`)`,
  ],
])('%s is seen as writing its table', (_, source) => {
  expect(writtenBy(source)).toEqual(['need'])
})

test('reading is no writing, nor is a call of the same name on something else', () => {
  const source = `import { need } from '@/db/schema'\ndb.select().from(need)\nnew Map().delete(key)`
  expect(writtenBy(source)).toEqual([])
})
