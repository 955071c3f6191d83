import { Button } from 'antd';
import { useRef } from 'react';

interface AddPhotosProps {
  /** What the button says. */
  label: string;
  /** What is chosen, for those who hear the page. */
  subject: string;
  /** Begins the test ids of the button and the chooser. */
  testId: string;
  isBusy: boolean;
  disabled: boolean;
  onChosen: (files: readonly File[]) => void;
}

/** A button that lets somebody choose photos of the kinds the house takes. */
export function AddPhotos({ label, subject, testId, isBusy, disabled, onChosen }: AddPhotosProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        hidden
        type="file"
        accept="image/jpeg,image/png,image/webp"
        multiple
        aria-label={`选择${subject}`}
        data-testid={`${testId}-file`}
        onChange={(event) => {
          onChosen([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button
        loading={isBusy}
        disabled={disabled}
        onClick={() => input.current?.click()}
        data-testid={`${testId}-add`}
      >
        {label}
      </Button>
    </>
  );
}
