import { requireNode } from './node-version.mjs';

requireNode();
const [{ packageSteps }, { buildSteps, builds }, { runSteps, secondsSince }, { runHere }, { fromRoot }] =
  await Promise.all([
    import('./packages.mjs'),
    import('./builds.mjs'),
    import('./step.mjs'),
    import('./run-here.mjs'),
    import('./root.mjs'),
  ]);

const startedAt = Date.now();
const steps = [...packageSteps(), ...buildSteps(['h5', 'admin', 'server'])];
try {
  if (steps.length > 0) {
    console.error('Preparing Tongpan. Once prepared, it starts in seconds.');
    await runSteps(steps);
    console.error(`Prepared in ${secondsSince(startedAt)} s.`);
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
runHere(fromRoot(builds.server.output));
