import next from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

const inMessages =
  'Sentences live in messages/zh and messages/en, so that both languages are complete.'
const chinese = '/[\\u4e00-\\u9fff]/'

const zodByName = {
  selector:
    "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier[imported.name='z'], ImportDefaultSpecifier)",
  message: "import * as z from 'zod' is 66 KB less for the browser.",
}

/** Rules that run the compiler of React over a file: only what runs in the browser has states and effects for them to read. */
const isCompiled = (rule) =>
  rule.startsWith('react-hooks/') && !/rules-of-hooks|exhaustive-deps/.test(rule)

const limited = (one, files, isOurs) => ({
  ...one,
  files,
  rules: Object.fromEntries(Object.entries(one.rules).filter(([rule]) => isOurs(rule))),
})

/** Rules of React read what has components and hooks: elsewhere they find nothing, and take a quarter of the time. */
const onlyWhereReactIs = (one) =>
  one.rules
    ? [
        limited(
          one,
          ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}'],
          (rule) => !isCompiled(rule),
        ),
        limited(one, ['**/*.client.{ts,tsx}'], isCompiled),
      ]
    : one

const config = [
  {
    ignores: [
      '.next*/**',
      '.data/**',
      'shots/**',
      'test-results/**',
      'playwright-report/**',
      'next-env.d.ts',
    ],
  },
  ...next.flatMap(onlyWhereReactIs),
  ...typescript,
  {
    // A rule that does not fit is changed here with a reason, not switched off where it hurts.
    linterOptions: { noInlineConfig: true },
    rules: {
      '@next/next/no-html-link-for-pages': 'off',
      'import/no-anonymous-default-export': 'off',
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
      'no-restricted-syntax': ['error', zodByName],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['app/**/*.tsx', 'components/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        zodByName,
        { selector: `Literal[value=${chinese}]`, message: inMessages },
        { selector: `TemplateElement[value.raw=${chinese}]`, message: inMessages },
        { selector: 'JSXText[value=/[A-Za-z\\u4e00-\\u9fff]/]', message: inMessages },
        {
          selector:
            'JSXAttribute[name.name=/^(aria-label|title|placeholder|alt)$/] > Literal[value=/\\S/]',
          message: inMessages,
        },
      ],
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'e2e/**', '**/*.test.ts', '**/*.test.tsx', 'db/migrate.ts'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Each place in their columns was just counted, and these are the loops where asking costs.
    files: ['domain/match/{masks,scan}.ts', 'domain/ranking/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // A fixture's `use` is Playwright's, not React's.
    files: ['e2e/**'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
]

export default config
