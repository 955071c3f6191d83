import { Button as TaroButton } from '@tarojs/components';
import './button.scss';

export interface ButtonProps {
  id?: string;
  label: string;
  /** `main` is the one thing to do here; `plain` stands beside it; `danger` cannot be taken back; `text` is quiet. */
  look?: 'main' | 'plain' | 'danger' | 'text';
  size?: 'normal' | 'small';
  block?: boolean;
  disabled?: boolean;
  /** The work is under way: says so and takes no second tap. */
  pending?: boolean;
  pendingLabel?: string;
  onPress: () => void;
}

/** Taro's button is none to a browser: the keyboard comes to it by this, and passes by what cannot be pressed. */
const byKeys = (isIdle: boolean) =>
  process.env.TARO_ENV === 'h5'
    ? { role: 'button', tabIndex: isIdle ? 0 : -1, 'aria-disabled': String(!isIdle) }
    : {};

/** A button that cannot be pressed twice for the same thing. */
export function Button(props: ButtonProps) {
  const {
    id,
    label,
    look = 'plain',
    size = 'normal',
    block,
    disabled,
    pending,
    pendingLabel,
    onPress,
  } = props;
  const idle = !disabled && !pending;
  const classes = ['button', `button--${look}`, `button--${size}`];
  if (block) classes.push('button--block');
  if (!idle) classes.push('button--off');
  return (
    <TaroButton
      id={id}
      className={classes.join(' ')}
      hoverClass={idle ? 'button--held' : 'none'}
      disabled={idle ? undefined : true}
      onClick={idle ? onPress : undefined}
      {...byKeys(idle)}
    >
      {pending ? (pendingLabel ?? '处理中…') : label}
    </TaroButton>
  );
}
