import hooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const syntax = [
  { selector: 'ExportAllDeclaration', message: 'Name what you export; no export *.' },
  { selector: 'TSEnumDeclaration', message: 'Use a const object or a union of strings.' },
  {
    selector: "CallExpression[callee.object.name='window'][callee.property.name=/^(alert|confirm|prompt)$/]",
    message: 'Use our dialog.',
  },
]
const namedExports = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }
const settings = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only server/config.ts reads the environment.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^(node:)?process$/]',
    message: 'Use the global process; only server/config.ts reads the environment.',
  },
]
const currentTime = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Take the time as an argument.',
}
const relativeInside = (folder) => ({
  files: [`${folder}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [{ name: 'zod', message: 'Take z from lib/zod.' }],
        patterns: [{ group: [`@/${folder}/*`], message: `Inside ${folder}, import by a relative path.` }],
      },
    ],
  },
})

const lengthOf = (max) => ['error', { max, skipBlankLines: true, skipComments: true }]

// Only the length of a file stops the check. The other sizes are questions for a review, hence warnings.
const sizes = {
  'max-lines': lengthOf(250),
  'max-lines-per-function': ['warn', { max: 60, skipBlankLines: true, skipComments: true }],
  'max-depth': ['warn', 3],
  'max-params': ['warn', 3],
  'max-nested-callbacks': ['warn', 3],
  complexity: ['warn', 10],
}

const habits = {
  'no-console': 'error',
  'no-debugger': 'error',
  'no-empty': 'error',
  'no-fallthrough': 'error',
  'no-self-compare': 'error',
  'no-unreachable-loop': 'error',
  'no-async-promise-executor': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack', 'xxx'], location: 'start' }],
  eqeqeq: 'error',
  'no-restricted-syntax': ['error', ...syntax, ...settings, namedExports],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  // An adapter answers a promise because its port does, even when it has nothing to wait for.
  '@typescript-eslint/require-await': 'off',
  // Our parts are closures more often than classes, so taking a method out of one is sound.
  '@typescript-eslint/unbound-method': 'off',
  'react-hooks/rules-of-hooks': 'error',
  'react-hooks/exhaustive-deps': 'error',
}

// lib runs anywhere and answers the same to the same arguments.
const pure = {
  'no-restricted-globals': [
    'error',
    ...['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'fetch', 'process', 'Buffer'],
    ...['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'performance', 'crypto'],
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Take the time as an argument.' },
    { object: 'Math', property: 'random', message: 'Take randomness as an argument.' },
    { object: 'globalThis', message: 'lib runs anywhere.' },
  ],
  'no-restricted-syntax': ['error', ...syntax, ...settings, namedExports, currentTime],
}

// A test reads answers from outside as they come, and may be as long as its story.
const storytelling = {
  'max-lines': lengthOf(300),
  'max-lines-per-function': 'off',
  'max-nested-callbacks': 'off',
  'no-restricted-syntax': ['error', ...syntax, namedExports],
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
}

export default defineConfig(
  globalIgnores([
    '.next/',
    '.server/',
    '.cache/',
    'data/',
    'public/',
    'test-results/',
    'playwright-report/',
    'bench-results/',
  ]),
  globalIgnores(['next-env.d.ts', '**/*.cjs']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'react-hooks': hooks },
    rules: { ...sizes, ...habits },
  },
  { files: ['**/*.mjs'], rules: { ...sizes, 'no-console': 'error', 'no-empty': 'error', eqeqeq: 'error' } },
  relativeInside('lib'),
  relativeInside('server'),
  relativeInside('components'),
  { files: ['lib/zod.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['lib/**'], rules: pure },
  { files: ['server/config.ts'], rules: { 'no-restricted-syntax': ['error', ...syntax, namedExports] } },
  // Next demands default exports of its routes, and tools of their configuration and reporters.
  { files: ['app/**'], rules: { 'no-restricted-syntax': ['error', ...syntax, ...settings] } },
  { files: ['tests/**', '*.config.ts'], rules: storytelling },
  {
    files: ['*.config.ts', 'tests/**/*-reporter.ts'],
    rules: { 'no-restricted-syntax': ['error', ...syntax] },
  },
)
