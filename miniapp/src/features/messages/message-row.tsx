import { Text, View } from '@tarojs/components';
import { goTo } from '@/platform/ways';
import { asLink } from '@/ui/control';
import { momentText } from '@/ui/dates';
import { useRead, type Message } from './queries';
import { placeOf } from './place-of';
import './messages.scss';

/** One message; a tap reads it and goes where it is about. */
export function MessageRow({ message }: { message: Message }) {
  const read = useRead();
  const open = () => {
    if (!message.isRead) read.mutate(message.messageId);
    goTo(placeOf(message));
  };
  return (
    <View
      className={message.isRead ? 'message' : 'message message--new'}
      id={`message-${message.messageId}`}
      {...asLink(open)}
    >
      <View className="message__line">
        <Text className="message__title">{message.title}</Text>
        {message.isRead ? null : <Text className="message__mark">未读</Text>}
        <Text className="message__at">{momentText(message.at)}</Text>
      </View>
      <Text className="message__body">{message.body}</Text>
    </View>
  );
}
