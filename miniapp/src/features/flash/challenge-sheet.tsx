import { useState } from 'react';
import { Confirm } from '@/ui/confirm';
import { Field } from '@/ui/field';

export interface ChallengeSheetProps {
  /** Null: nothing is asked. */
  question: string | null;
  onAnswer: (answer: string) => void;
  onClose: () => void;
}

/** A question that tells people from machines, asked before a grab counts. */
export function ChallengeSheet({ question, onAnswer, onClose }: ChallengeSheetProps) {
  const [answer, setAnswer] = useState('');
  return (
    <Confirm
      title="验证"
      open={question !== null}
      text={question ?? ''}
      confirmLabel="提交"
      disabled={answer.trim() === ''}
      onConfirm={() => {
        onAnswer(answer.trim());
        setAnswer('');
      }}
      onClose={onClose}
    >
      <Field id="challenge-answer" label="答案" value={answer} onChange={setAnswer} />
    </Confirm>
  );
}
