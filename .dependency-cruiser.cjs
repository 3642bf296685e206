/** Boundaries of architecture.md 2, checked by `npm run boundaries`. */
const FRAMEWORK = ['@nestjs', 'typeorm', 'fastify', '@fastify', 'kafkajs', 'pg', 'nodemailer', 'preact'].map(
  (name) => `^node_modules/${name}/`,
);

/** Folders and files that hold decisions and nothing else. */
const DOMAIN = ['\\.policy\\.tsx?$', '^apps/[^/]+/src/domain/', '^apps/triage/src/urgency/rules/'];

module.exports = {
  forbidden: [
    {
      name: 'an-app-never-imports-another-app',
      comment: 'Services know each other by HTTP and events only. Tests may start the neighbour for real.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-never-import-apps',
      comment: 'Nor what deploys them; tests may start the real broker.',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/[^/]+/test/' },
      to: { path: '^(apps|deploy|test)/' },
    },
    {
      name: 'apps-never-import-deploy-or-test',
      comment: 'Their tests may start the mail catcher, as those of libs may start the real broker.',
      severity: 'error',
      from: { path: '^apps/', pathNot: '^apps/[^/]+/test/' },
      to: { path: '^(deploy|test)/' },
    },
    {
      name: 'contracts-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^libs/contracts/' },
      to: { path: '^(apps|libs|deploy|test)/', pathNot: '^libs/contracts/' },
    },
    {
      name: 'messaging-imports-neither-platform-nor-contracts',
      comment: 'It could be taken elsewhere as it is. Its tests may use the test database of platform.',
      severity: 'error',
      from: { path: '^libs/messaging/src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/(platform|contracts)/' },
    },
    {
      name: 'testing-stays-out-of-products',
      severity: 'error',
      from: { path: '^(apps|libs|deploy)/', pathNot: '(\\.spec\\.tsx?$|/test/|^libs/platform/src/testing/)' },
      to: { path: '^libs/platform/src/testing/' },
    },
    {
      name: 'a-policy-imports-no-framework',
      comment: 'Decisions are pure functions: no Nest, no database, no transport.',
      severity: 'error',
      from: { path: DOMAIN, pathNot: '\\.spec\\.tsx?$' },
      to: { path: FRAMEWORK },
    },
    {
      name: 'entities-stay-with-their-app',
      comment: 'Outside an app only its service definition is known (the local runner starts it).',
      severity: 'error',
      from: { path: '^(deploy|libs)/' },
      to: { path: '^apps/', pathNot: '^apps/[^/]+/src/service\\.ts$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-development-packages-in-products',
      severity: 'error',
      from: { path: '^(apps|libs|deploy)/', pathNot: '(\\.spec\\.tsx?$|/test/|^deploy/licences/)' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'everything-imported-exists',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      mainFields: ['module', 'main'],
    },
  },
};
