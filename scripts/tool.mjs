import { existsSync } from 'node:fs';
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

const [name, ...parameters] = process.argv.slice(2);
const tools = Object.keys(builds).filter(
  (tool) => builds[tool].entry && !['server', 'stand-in'].includes(tool),
);
if (!tools.includes(name) || !existsSync(fromRoot(builds[name].entry))) {
  console.error(`Usage: node scripts/tool.mjs NAME …, where NAME is one of: ${tools.join(', ')}`);
  process.exit(2);
}
try {
  await runSteps([...packageSteps(), ...buildSteps([...builds[name].beside, name])]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
runHere(fromRoot(builds[name].output), parameters);
