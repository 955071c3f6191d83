import { Tag } from 'antd';

/** How a state is said, and in which colour. */
export interface StateWords {
  readonly text: string;
  readonly color: string;
}

interface StateTagProps {
  /** The state itself, which tests look for. */
  state: string;
  words: StateWords;
  testId: string;
  /** What is said where a pointer rests. */
  title?: string;
}

/** A state in its words and colour. */
export const StateTag = ({ state, words, testId, title }: StateTagProps) => (
  <Tag color={words.color} title={title} data-testid={testId} data-state={state}>
    {words.text}
  </Tag>
);
