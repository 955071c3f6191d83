import { Input, View } from '@tarojs/components';
import { asButton } from './control';
import { Icon } from './icon';
import './search-bar.scss';

export interface SearchBarProps {
  id: string;
  value: string;
  placeholder: string;
  onChange: (value: string) => void;
  /** Enter, or the search key of a phone. */
  onSubmit?: () => void;
}

/** A line to search by; what is typed counts after a pause, which is the caller's to keep. */
export const SearchBar = ({ id, value, placeholder, onChange, onSubmit }: SearchBarProps) => (
  <View className="search-bar">
    <Icon name="search" />
    <Input
      id={id}
      className="search-bar__input"
      value={value}
      type="text"
      confirmType="search"
      maxlength={60}
      placeholder={placeholder}
      placeholderClass="field__placeholder"
      onInput={(event) => onChange(String(event.detail.value))}
      onConfirm={onSubmit}
    />
    {value ? (
      <View className="search-bar__clear" id={`${id}-clear`} {...asButton(() => onChange(''), '清空')}>
        <Icon name="close" />
      </View>
    ) : null}
  </View>
);
