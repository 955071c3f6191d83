/** Browsers by what they call themselves; those first that also call themselves others. */
const browsers: readonly (readonly [mark: RegExp, name: string])[] = [
  [/wxwork\//i, '企业微信'],
  [/MicroMessenger\//, '微信'],
  [/Edg[A-Za-z]*\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari\//, 'Safari'],
];

const systems: readonly (readonly [mark: RegExp, name: string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

const longest = 40;

/** What somebody came with, as far as a browser tells: `Chrome 131 · Windows`. What nobody knows stays as it was said. */
export function deviceWords(userAgent: string): string {
  const browser = browsers.flatMap(([mark, name]) => {
    const found = mark.exec(userAgent);
    return found ? [[name, found[1]].filter(Boolean).join(' ')] : [];
  })[0];
  const system = systems.find(([mark]) => mark.test(userAgent))?.[1];
  if (browser === undefined && system === undefined) return userAgent.slice(0, longest);
  return [browser, system].filter(Boolean).join(' · ');
}
