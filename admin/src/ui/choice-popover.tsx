import { Button, Popover } from 'antd';
import { type ReactNode, useRef } from 'react';

interface ChoicePopoverProps {
  /** What the choices are about, for those who hear them. */
  label: string;
  icon: ReactNode;
  text: ReactNode;
  placement: 'bottomLeft' | 'bottomRight';
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  testId: string;
  children: ReactNode;
}

/** A quiet button with choices below it; they have the focus once they are open, and Escape gives it back. */
export function ChoicePopover(props: ChoicePopoverProps) {
  const { label, icon, text, placement, isOpen, onOpenChange, testId, children } = props;
  const button = useRef<HTMLButtonElement>(null);
  const choices = useRef<HTMLDivElement>(null);
  const focusFirst = () =>
    choices.current?.querySelector<HTMLElement>(':is(button, input):enabled')?.focus({ preventScroll: true });
  return (
    <Popover
      trigger="click"
      placement={placement}
      arrow={false}
      open={isOpen}
      onOpenChange={onOpenChange}
      // After they have been placed: focus moved earlier would scroll the list.
      afterOpenChange={(opened) => opened && focusFirst()}
      destroyOnHidden
      content={
        <div
          className="tp-choices"
          // A dialog, so that single-key commands of the screen are silent in it.
          role="dialog"
          aria-label={label}
          ref={choices}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // A drawer around the list would take it for its own.
            event.stopPropagation();
            onOpenChange(false);
            button.current?.focus();
          }}
        >
          {children}
        </div>
      }
    >
      <Button
        ref={button}
        type="text"
        size="small"
        icon={icon}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-testid={testId}
      >
        {text}
      </Button>
    </Popover>
  );
}
