/** What a keyboard and a screen reader are told of something drawn that can be pressed. */
interface Control {
  readonly role: 'link' | 'button' | 'checkbox';
  /** What it is called, where no words stand in it. */
  readonly label?: string | undefined;
  readonly state?: Readonly<Record<`aria-${string}`, string>>;
}

type Press = (() => void) | undefined;

/** In a browser the keyboard comes to it, and Enter presses it (`platform/keys.h5.ts`); phones have fingers. */
const control = (onPress: Press, { role, label, state }: Control) => {
  if (!onPress) return {};
  if (process.env.TARO_ENV !== 'h5') return { onClick: onPress };
  return { onClick: onPress, role, tabIndex: 0, ...(label ? { 'aria-label': label } : {}), ...state };
};

/** Leads to another page; plain words where there is nothing to lead to. */
export const asLink = (onPress: Press, label?: string) => control(onPress, { role: 'link', label });

/** Does something here. */
export const asButton = (onPress: Press, label?: string) => control(onPress, { role: 'button', label });

/** One of several to choose from. */
export const asChoice = (onPress: Press, isChosen: boolean) =>
  control(onPress, { role: 'button', state: { 'aria-pressed': String(isChosen) } });

/** Shows more below itself, or hides it again. */
export const asFold = (onPress: Press, isOpen: boolean) =>
  control(onPress, { role: 'button', state: { 'aria-expanded': String(isOpen) } });

/** To tick. */
export const asCheckbox = (onPress: Press, isOn: boolean) =>
  control(onPress, { role: 'checkbox', state: { 'aria-checked': String(isOn) } });
