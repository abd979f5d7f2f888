import ts from 'typescript'
import type { Door } from './door'
import { childrenOf, type FoundDoor, type Source } from './read-doors'

/** A call that hands out a context: whose, and with which form. */
interface Asked {
  of: string
  call: ts.CallExpression
  form: ts.Expression | undefined
}

function askedBy(node: ts.Node, { fromSession }: Source): Asked | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined
  const [first, second] = node.arguments
  switch (fromSession.get(node.expression.text)) {
    case 'publicContext':
    case 'strangerContext':
      return { of: 'public', call: node, form: first }
    case 'contextForMember':
      return { of: 'member', call: node, form: first }
    case 'wallContext':
      return { of: 'official', call: node, form: undefined }
    case 'contextFor':
      return { of: first && ts.isStringLiteral(first) ? first.text : '?', call: node, form: second }
    default:
      return undefined
  }
}

/** The contexts that a part of a file asks for, and those of what it names in the same file. */
export function contextsIn(node: ts.Node, source: Source, seen = new Set<ts.Node>()): Asked[] {
  if (seen.has(node)) return []
  seen.add(node)
  const asked = askedBy(node, source)
  const named = ts.isIdentifier(node) ? source.declared.get(node.text) : undefined
  return [
    ...(asked ? [asked] : []),
    ...(named ? contextsIn(named, source, seen) : []),
    ...childrenOf(node).flatMap((child) => contextsIn(child, source, seen)),
  ]
}

/** The parts of a function's body in the order in which they are done, without the functions in it. */
function partsOf(body: ts.Node): ts.Node[] {
  return ts.isFunctionLike(body) ? [] : [...childrenOf(body).flatMap(partsOf), body]
}

/** The list in `Promise.all([…])`. */
function listOfAll(node: ts.Node): ts.ArrayLiteralExpression | undefined {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'Promise.all') return undefined
  const [list] = node.arguments
  return list && ts.isArrayLiteralExpression(list) ? list : undefined
}

/** What may be waited for before its context: what the address says, words, and whether anybody is signed in. */
function readsNoRow(node: ts.Expression, source: Source): boolean {
  if (ts.isIdentifier(node)) return node.text === 'params' || node.text === 'searchParams'
  if (!ts.isCallExpression(node)) return false
  const together = listOfAll(node)
  if (together) return together.elements.every((one) => readsNoRow(one, source))
  const callee = node.expression.getText()
  return (
    /^get(Translations|Locale)$/.test(callee) || source.fromSession.get(callee) === 'currentActor'
  )
}

/** Whether a call is waited for, alone or beside what reads no row. */
function isWaitedFor(call: ts.CallExpression, source: Source): boolean {
  if (ts.isAwaitExpression(call.parent)) return true
  const all = call.parent.parent
  const beside = listOfAll(all)?.elements.filter((one) => one !== call)
  return (
    beside !== undefined &&
    ts.isAwaitExpression(all.parent) &&
    beside.every((one) => readsNoRow(one, source))
  )
}

const isConditional = (node: ts.Node): boolean =>
  ts.isIfStatement(node) ||
  ts.isConditionalExpression(node) ||
  ts.isIterationStatement(node, false) ||
  ts.isSwitchStatement(node) ||
  ts.isTryStatement(node) ||
  (ts.isBinaryExpression(node) && /^(&&|[|]{2}|[?]{2})$/.test(node.operatorToken.getText()))

function* around(node: ts.Node, body: ts.Node): Generator<ts.Node> {
  for (let at = node; at !== body; at = at.parent) yield at.parent
}

/** What a quiet door says to who is not meant: nothing. */
const saysNothing = (node: ts.Expression | undefined) =>
  node !== undefined && /^(null$|new Response\(null,)/.test(node.getText())

/** Why a door of somebody signed in does not begin with its context. */
function beginningFaults({ body, source }: FoundDoor, isQuiet: boolean): string[] {
  const whole = body?.body
  const parts = whole ? partsOf(whole) : []
  const begins = parts.findIndex((part) => askedBy(part, source))
  const call = parts[begins]
  if (!whole || !call || !ts.isCallExpression(call)) return ['asks for no context itself']
  const early = parts.slice(0, begins).flatMap((part) => {
    if (ts.isAwaitExpression(part) && !readsNoRow(part.expression, source))
      return [`waits for ${part.expression.getText()} before its context`]
    if (ts.isReturnStatement(part) && !(isQuiet && saysNothing(part.expression)))
      return ['answers before its context']
    return []
  })
  return [
    ...early,
    ...(isWaitedFor(call, source) ? [] : ['goes on before it has its context']),
    ...([...around(call, whole)].some(isConditional)
      ? ['asks for its context only sometimes']
      : []),
  ]
}

function isItsForm({ call, form }: Asked): boolean {
  let at: ts.Node = call
  while (!ts.isFunctionLike(at) && !ts.isSourceFile(at)) at = at.parent
  return (
    ts.isFunctionLike(at) &&
    at.parameters.some(
      ({ name, type }) => name.getText() === form?.getText() && type?.getText() === 'FormData',
    )
  )
}

/** What is wrong with a door for whom the list says it is: ends of a sentence that begins with its name. */
export function faultsOf(
  { kind, audience, isQuiet }: Pick<Door, 'kind' | 'audience' | 'isQuiet'>,
  found: FoundDoor,
): string[] {
  if (!found.body) return ['is given on from elsewhere']
  const asked = contextsIn(found.body, found.source)
  const foreign = asked.filter(({ of }) => of !== audience)
  const faults = foreign.map(({ of }) => `asks for the context of ${of}`)
  if (audience === 'anyone') return faults
  if (audience === 'public') return asked.length > 0 ? faults : ['asks for no context']
  const isAct = kind === 'action' && !isQuiet
  if (isAct && !asked.every(isItsForm)) faults.push('does not give its form')
  if (!isAct && asked.some(({ form }) => form)) faults.push('gives a form and is no act')
  return [...faults, ...beginningFaults(found, isQuiet)]
}
