import { Input, Text, Textarea, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './field.scss';

export interface FieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  secret?: boolean;
  digits?: boolean;
  lengthMax?: number;
  /** Something at the right end, like a button that shows the password. */
  tail?: ReactNode;
  hint?: string;
  /** What is wrong with it; the box says so in its colour as well. */
  error?: string | undefined;
  onSubmit?: () => void;
}

/** A labelled line of text to fill in. */
export const Field = (props: FieldProps) => (
  <View className={props.error ? 'field field--wrong' : 'field'}>
    <Text className="field__label">{props.label}</Text>
    <View className="field__box">
      <Input
        id={props.id}
        className="field__input"
        value={props.value}
        type={props.digits ? 'number' : 'text'}
        password={props.secret}
        maxlength={props.lengthMax ?? 200}
        placeholder={props.placeholder}
        placeholderClass="field__placeholder"
        onInput={(event) => props.onChange(String(event.detail.value))}
        onConfirm={props.onSubmit}
      />
      {props.tail}
    </View>
    <FieldFoot {...props} />
  </View>
);

/** What is wrong with a field, or else what helps to fill it in. */
export const FieldFoot = ({ id, error, hint }: Pick<FieldProps, 'id' | 'error' | 'hint'>) => {
  if (error)
    return (
      <Text id={`${id}-error`} className="field__error">
        {error}
      </Text>
    );
  return hint ? <Text className="field__hint">{hint}</Text> : null;
};

/** A labelled box for a few sentences. */
export const NoteField = (props: Omit<FieldProps, 'secret' | 'digits' | 'tail' | 'onSubmit'>) => (
  <View className="field">
    <Text className="field__label">{props.label}</Text>
    <Textarea
      id={props.id}
      className="field__note"
      value={props.value}
      maxlength={props.lengthMax ?? 200}
      placeholder={props.placeholder}
      placeholderClass="field__placeholder"
      onInput={(event) => props.onChange(String(event.detail.value))}
    />
    {props.hint ? <Text className="field__hint">{props.hint}</Text> : null}
  </View>
);
