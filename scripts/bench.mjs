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

/** Benchmarks measure the server as it is shipped, so it is bundled first when it is out of date. */
try {
  await runSteps([...packageSteps(), ...buildSteps(['server', 'bench'])]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
runHere(fromRoot(builds.bench.output), process.argv.slice(2));
