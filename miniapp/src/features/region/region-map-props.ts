import type { HeldDivision } from './queries';

export interface RegionMapProps {
  area: string;
  label: string;
  divisions: readonly HeldDivision[];
  onEnter: (code: string) => void;
}
