import { requireNode } from './node-version.mjs';

requireNode();
const [
  { packageSteps },
  { buildSteps, builds },
  { runSteps, secondsSince },
  { runHere },
  { fromRoot },
  { isStandInWanted, startStandIn },
] = await Promise.all([
  import('./packages.mjs'),
  import('./builds.mjs'),
  import('./step.mjs'),
  import('./run-here.mjs'),
  import('./root.mjs'),
  import('./stand-in.mjs'),
]);

const startedAt = Date.now();
const withStandIn = isStandInWanted(process.env);
const wanted = ['h5', 'admin', 'server', ...(withStandIn ? ['stand-in'] : [])];
const steps = [...packageSteps(), ...buildSteps(wanted)];
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
const standIn = withStandIn ? await startStandIn(fromRoot(builds['stand-in'].output), process.env) : null;
if (standIn) runHere(fromRoot(builds.server.output), [], { env: standIn.env, afterwards: standIn.stop });
else runHere(fromRoot(builds.server.output));
