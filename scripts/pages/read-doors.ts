import { basename } from 'node:path'
import ts from 'typescript'
import { methods, type Door } from './door'

type Body = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration

/** A file, as far as its doors ask of it. */
export interface Source {
  file: ts.SourceFile
  /** What stands on its first level, by name. */
  declared: Map<string, ts.Node>
  /** Names of app/session.ts, by what the file calls them. */
  fromSession: Map<string, string>
}

export interface FoundDoor extends Pick<Door, 'kind' | 'name'> {
  /** Undefined where it comes from elsewhere, so that this file does not show how it begins. */
  body: Body | undefined
  source: Source
}

/** Files that Next serves for their name alone. */
const servedByName =
  /^(sitemap|robots|manifest|icon|apple-icon|opengraph-image|twitter-image)\d*[.][jt]sx?$/

const isBody = (node: ts.Node): node is Body =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isMethodDeclaration(node)

export function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  return children
}

export function readSource(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const source: Source = { file, declared: new Map(), fromSession: new Map() }
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name)
      source.declared.set(statement.name.text, statement)
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (initializer) source.declared.set(name.getText(), initializer)
    if (!ts.isImportDeclaration(statement)) continue
    const { importClause, moduleSpecifier } = statement
    const names = importClause?.namedBindings
    const isSession =
      ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === '@/app/session'
    if (isSession && names && ts.isNamedImports(names))
      for (const { name, propertyName } of names.elements)
        source.fromSession.set(name.text, (propertyName ?? name).text)
  }
  return source
}

/** What a file gives away that is more than a type, by name; `*` where it does not say what. */
function exportsOf({ file, declared }: Source): Map<string, Body | undefined> {
  const given = new Map<string, Body | undefined>()
  const give = (name: string, node: ts.Node | undefined) => {
    const found = node && ts.isIdentifier(node) ? declared.get(node.text) : node
    given.set(name, found && isBody(found) ? found : undefined)
  }
  for (const statement of file.statements) {
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined
    const has = (kind: ts.SyntaxKind) => modifiers?.some((one) => one.kind === kind) ?? false
    const isExported = has(ts.SyntaxKind.ExportKeyword)
    if (ts.isFunctionDeclaration(statement) && isExported)
      give(has(ts.SyntaxKind.DefaultKeyword) ? 'default' : statement.name!.text, statement)
    if (ts.isVariableStatement(statement) && isExported)
      for (const { name, initializer } of statement.declarationList.declarations)
        give(ts.isIdentifier(name) ? name.text : '*', initializer)
    if (ts.isExportAssignment(statement)) give('default', statement.expression)
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) continue
    const { exportClause, moduleSpecifier } = statement
    if (exportClause && ts.isNamedExports(exportClause)) {
      for (const { name, propertyName, isTypeOnly } of exportClause.elements)
        if (!isTypeOnly) give(name.text, moduleSpecifier ? undefined : (propertyName ?? name))
    } else give('*', undefined)
  }
  return given
}

function saysUseServer(statements: readonly ts.Statement[]): boolean {
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression))
      return false
    if (statement.expression.text === 'use server') return true
  }
  return false
}

/** Functions that say 'use server' themselves, wherever they stand. */
function* actionsInside(node: ts.Node): Generator<Body> {
  if (isBody(node) && node.body && ts.isBlock(node.body) && saysUseServer(node.body.statements))
    yield node
  for (const child of childrenOf(node)) yield* actionsInside(child)
}

function nameOf(body: Body): string {
  const name = body.name ?? (ts.isVariableDeclaration(body.parent) ? body.parent.name : undefined)
  return name?.getText() ?? 'without a name'
}

/** The doors that a file opens to the world: a page, handlers, server actions. */
export function doorsIn(path: string, text: string): FoundDoor[] {
  const source = readSource(path, text)
  const exported = exportsOf(source)
  const found: FoundDoor[] = []
  const add = (kind: Door['kind'], name: string, body: Body | undefined) =>
    found.push({ kind, name, body, source })
  const file = basename(path)
  if (/^page[.][jt]sx?$/.test(file)) add('page', 'page', exported.get('default'))
  if (servedByName.test(file)) add('handler', 'default', exported.get('default'))
  for (const [name, body] of exported) {
    const isMethod = name === '*' || methods.some((method) => method === name)
    if (/^route[.][jt]sx?$/.test(file) && isMethod) add('handler', name, body)
    if (saysUseServer(source.file.statements)) add('action', name, body)
  }
  for (const body of actionsInside(source.file)) add('action', nameOf(body), body)
  return found
}
