/** Nobody scans the screen of the phone they hold. */
export const ScanCode = (_: { text: string; label: string }) => null;
