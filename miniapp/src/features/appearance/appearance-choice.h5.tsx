import { useState } from 'react';
import { chooseAppearance, readAppearance, type Appearance } from '@/platform/appearance';
import { Card } from '@/ui/card';
import { Chips } from '@/ui/chips';

const words: Readonly<Record<Appearance, string>> = { system: '跟随系统', light: '浅色', dark: '深色' };
const appearances: readonly Appearance[] = ['system', 'light', 'dark'];

/** How bright the shop is in this browser. */
export function AppearanceChoice() {
  const [chosen, setChosen] = useState(readAppearance);
  return (
    <Card title="外观">
      <Chips
        name="appearance"
        value={chosen}
        chips={appearances.map((value) => ({ value, label: words[value] }))}
        onChange={(value) => {
          const appearance = appearances.find((one) => one === value) ?? 'system';
          chooseAppearance(appearance);
          setChosen(appearance);
        }}
      />
    </Card>
  );
}
