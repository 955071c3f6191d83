import { useSyncExternalStore } from 'react';
import { onlineManager } from '@tanstack/react-query';

const subscribe = (listener: () => void) => onlineManager.subscribe(listener);
const read = () => onlineManager.isOnline();

/** Whether the device says that it has a network. */
export const useOnline = () => useSyncExternalStore(subscribe, read, read);
