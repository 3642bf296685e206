/** What `npm run …` can start: built programs, and the load tier, which Node runs as it stands. Each runs in the clone's folder. */
export const COMMANDS = {
  start: 'dist/deploy/local/main.js',
  token: 'dist/deploy/local/token/main.js',
  demo: 'dist/deploy/demo/main.js',
  reconcile: 'dist/deploy/reconcile/main.js',
  'audit:verify': 'dist/deploy/local/audit/main.js',
  faults: 'test/faults/main.mjs',
  test: 'dist/deploy/tiers/main.js',
  bench: 'test/load/main.ts',
};
