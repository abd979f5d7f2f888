/** The arrows of docs/architecture.md. Each rule says why it is there; scripts/import-rules.test.ts plants an offence against each. */

// A noun, the words that all share, and the pure parts of a noun that outgrew its file.
const pureParts =
  'match/(bits|judge|known-facts|reasons)|need/(teaser|words-check)|notification/told|offer/offer-(figures|sheet)|product/(classes|product-costs)|profile/(kinds|section-schemas|sight)'
const noun = `^domain/([^/]+)/\\1[.]ts$|^domain/(result|actor)[.]ts$|^domain/(${pureParts})[.]ts$`
const test = '[.]test[.]tsx?$|^db/testing[^/]*[.]ts$|^domain/testing/'
const outside = '^(app|components|jobs|proxy[.]ts|instrumentation[.]ts)'

// The rooms of domain/ that read or write rows, in the order in which their verbs and queries may call each other.
const rooms = [
  'notification',
  'event',
  'member',
  'profile',
  'consent',
  'organisation',
  'request',
  'register',
  'target',
  'product',
  'need',
  'ranking',
  'match',
  'ledger',
  'introduction',
  'offer',
  'totals',
  'funnel',
  'record',
  'doubt',
  'publication',
  'report',
  'white-list',
  'gap',
  'bank-file',
  'import-run',
  'night',
  'notice',
  'view',
  'mail',
  'moves',
  'clock',
]

/** A verb calls only what stands before it; what moves several nouns stands in moves/, after them all. */
const roomsInOrder = ['[^/]+[.]ts$', ...rooms.map((room) => `${room}/`)].map((from, at) => ({
  name: 'rooms-stand-in-order',
  comment:
    'Verbs and queries of two rooms that call each other are one room in two places; what moves both stands in moves/.',
  severity: 'error',
  from: { path: `^domain/${from}`, pathNot: test },
  to: { path: `^domain/(${rooms.slice(at).join('|')})/`, pathNot: noun },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment:
        'Two files that need each other are one file in two places, and load in an order nobody chose.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...roomsInOrder.slice(0, -1),
    {
      name: 'no-missing',
      comment: 'An import that leads nowhere works on one machine only.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'noun-is-pure',
      comment:
        'The browser, the schema and the tests all import a noun, so it may bring along only nouns and small pure libraries.',
      severity: 'error',
      from: { path: noun, pathNot: test },
      to: { pathNot: `${noun}|^node_modules/(zod|decimal[.]js|temporal-polyfill|stdnum|uuid)/` },
    },
    {
      name: 'domain-stands-alone',
      comment:
        'The business must be testable and readable without the web: no framework, no page, no look.',
      severity: 'error',
      from: { path: '^domain/', pathNot: test },
      to: {
        path: `${outside}|^(messages|e2e|bench|scripts)/|^node_modules/(next|react|next-auth|next-intl)(-dom)?/`,
      },
    },
    {
      name: 'looks-know-nouns-only',
      comment:
        'A component is given what it shows; one that fetches for itself escapes the scope in the WHERE.',
      severity: 'error',
      from: { path: '^(components|messages)/', pathNot: test },
      to: { path: '^(domain|db|ports|jobs|app|e2e|bench|scripts)/', pathNot: noun },
    },
    {
      name: 'looks-reach-no-database',
      comment: 'Nor by a detour: what a component brings along goes to the browser.',
      severity: 'error',
      from: { path: '^(components|messages)/', pathNot: test },
      to: { path: '^(db|ports)/', reachable: true },
    },
    {
      name: 'doors-ask-the-domain',
      comment:
        'Doors are thin: tables and ports are reached by verbs and queries, where permission and scope live.',
      severity: 'error',
      from: { path: '^app/', pathNot: `^app/(session[.]ts|api/health/)|${test}` },
      to: { path: '^(db|ports)/' },
    },
    {
      name: 'jobs-ask-the-domain',
      comment:
        'A job makes its context and calls a verb; of the database it knows the connection, of the ports those it hands on and its own state.',
      severity: 'error',
      from: { path: '^jobs/', pathNot: test },
      to: {
        path: '^(app|db|ports)/',
        pathNot: '^db/client[.]ts$|^ports/(mail|queue|worker-state)[.]ts$',
      },
    },
    {
      name: 'doors-take-no-tools',
      comment: 'What serves people must not depend on what only builds, measures or tests it.',
      severity: 'error',
      from: { path: '^(app|components|domain|db|jobs|ports|messages|server)/', pathNot: test },
      to: { path: '^(e2e|bench|scripts)/' },
    },
    {
      name: 'process-knows-next-alone',
      comment:
        'What stands before Next is plain Node and runs when all else fails: it asks neither the business nor the database.',
      severity: 'error',
      from: { path: '^server/', pathNot: test },
      to: { path: '^(domain|app|components|db|jobs|ports|messages)/' },
    },
    {
      name: 'one-door-to-sign-in',
      comment:
        'The sign-in library, next-auth, is kept for security only; behind two files it can be replaced in a day.',
      severity: 'error',
      from: { pathNot: '^app/session(-token)?[.]ts|^bench/' },
      to: { path: '^node_modules/next-auth/' },
    },
    {
      name: 'tables-know-nouns-only',
      comment:
        'The schema takes value lists and types from the nouns; rules that read tables belong to the domain.',
      severity: 'error',
      from: { path: '^db/', pathNot: test },
      to: {
        path: '^(domain|ports|app|components|jobs|messages)/',
        pathNot: `${noun}|^ports/queue[.]ts$`,
      },
    },
    {
      name: 'ports-know-the-database-only',
      comment:
        'A port takes the transaction and carries it out; it does not know what is sent or why.',
      severity: 'error',
      from: { path: '^ports/', pathNot: test },
      to: { path: '^(domain|app|components|jobs|messages)/', pathNot: noun },
    },
    {
      name: 'no-test-in-product',
      comment: 'Test code does not travel with the product.',
      severity: 'error',
      from: { pathNot: `${test}|^(e2e|bench|scripts)/|^vitest` },
      to: { path: test },
    },
    {
      name: 'no-tool-in-product',
      comment: 'A package that only developers install is not there in production.',
      severity: 'error',
      from: { path: '^(app|components|domain|db|jobs|ports|messages|server)/', pathNot: test },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^[.]next' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
