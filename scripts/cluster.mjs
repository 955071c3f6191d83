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

/** `npm run cluster`: the program as it is deployed, on a cluster of this machine. */
try {
  await runSteps([...packageSteps(), ...buildSteps(['server', 'cluster'])]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
runHere(fromRoot(builds.cluster.output), process.argv.slice(2));
