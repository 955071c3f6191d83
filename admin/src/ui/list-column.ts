import type { TableColumnType } from 'antd';
import type { ChoosableColumn } from './choose-columns';

/** A column of a list: its title is text, and its key outlives releases. */
export type ListColumn<Item> = TableColumnType<Item> & ChoosableColumn & { readonly title: string };

/** The columns of a list, in their order. */
export type ListColumns<Item> = readonly ListColumn<Item>[];
