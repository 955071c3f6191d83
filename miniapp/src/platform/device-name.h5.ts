const systems: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, '微信'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What the list of sessions calls this device. */
export function deviceName() {
  const system = systems.find(([pattern]) => pattern.test(navigator.userAgent))?.[1];
  return system ? `网页 · ${system}` : '网页';
}
