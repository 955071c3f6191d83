import { requireNode } from './node-version.mjs';

requireNode();
const [{ packageSteps }, { buildSteps, builds }, { runSteps }, { runHere }, { fromRoot }] = await Promise.all(
  [
    import('./packages.mjs'),
    import('./builds.mjs'),
    import('./step.mjs'),
    import('./run-here.mjs'),
    import('./root.mjs'),
  ],
);

/** `npm run faults -- --minutes N`: the built server under random faults, for as long as one likes. */
try {
  await runSteps([...packageSteps(), ...buildSteps(['server', 'faults'])]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
runHere(fromRoot(builds.faults.output), process.argv.slice(2));
