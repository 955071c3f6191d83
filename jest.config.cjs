const { existsSync } = require('node:fs');
const path = require('node:path');

/** TypeScript with and without JSX are two grammars: `<Row>(rows)` is a generic function in one only. */
const swc = (syntax, tsx = false) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: syntax === 'typescript' ? { syntax, tsx } : { syntax, jsx: false },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** Published as ES modules only. */
const modulesOnly = ['@tarojs', '@stencil', 'lodash-es', 'hucre'];

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // A file made for one platform comes before the one made for all, as in the H5 build.
  moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'mjs', 'cjs', 'js', 'json', 'node'],
  transform: {
    '\\.tsx$': swc('typescript', true),
    '\\.ts$': swc('typescript'),
    '\\.[cm]?js$': swc('ecmascript'),
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${modulesOnly.join('|')})/)`],
  moduleNameMapper: {
    '^@tongpan/core$': '<rootDir>/core/src/index.ts',
    '^@tongpan/core/(.*)$': '<rootDir>/core/$1',
    '^@tongpan/bff$': '<rootDir>/bff/src/client.ts',
    '^@tongpan/bff/(.*)$': '<rootDir>/bff/$1',
    '^@/(.*)$': '<rootDir>/miniapp/src/$1',
    '\\.(?:css|scss|png|svg)$': '<rootDir>/scripts/jest/empty.cjs',
  },
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/[.]cache/', '<rootDir>/[.]data/'],
};

/** MariaDB and Redis of our own, started once before a suite and stopped after it. */
const engines = {
  globalSetup: path.join(__dirname, 'test/engines/global-setup.ts'),
  globalTeardown: path.join(__dirname, 'test/engines/global-teardown.ts'),
};

const suite = (name, more = {}) => ({
  ...shared,
  displayName: name,
  roots: [`<rootDir>/test/${name}`],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  ...more,
});

const projects = [
  {
    ...shared,
    displayName: 'unit',
    roots: [
      '<rootDir>/core',
      '<rootDir>/bff',
      '<rootDir>/mock',
      '<rootDir>/miniapp/src',
      '<rootDir>/admin/src',
      '<rootDir>/scripts/tools',
      '<rootDir>/test/bench',
    ],
    testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  },
  suite('adapters', engines),
  suite('api', engines),
  suite('browser', engines),
  suite('weapp'),
  // Its engines are killed and started again, so it brings its own.
  suite('faults'),
];

module.exports = {
  // Jest takes this from here and nowhere else; the waits inside tests are bounded by themselves.
  testTimeout: 60_000,
  // A suite whose folder is not there yet has nothing to run; `npm test` reports it by name.
  projects: projects.filter(({ roots }) =>
    roots.every((root) => existsSync(root.replace('<rootDir>', __dirname))),
  ),
};
