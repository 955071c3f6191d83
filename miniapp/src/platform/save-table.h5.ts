import type { TableToSave } from './table-to-save';

export type { TableToSave } from './table-to-save';

/** Whether files can be kept here. */
export const canSaveTable = true;

const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a table to the browser as a workbook with one sheet; what writes it is loaded when it is needed. */
export async function saveTable({ name, columns, rows }: TableToSave): Promise<void> {
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = await writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ decimals }) => ({
          autoWidth: true,
          ...(decimals === undefined ? {} : { numFmt: `0.${'0'.repeat(decimals)}` }),
        })),
        rows: [columns.map(({ title }) => title), ...rows.map((row) => [...row])],
        cells: new Map(columns.map((_, at) => [`0,${at}`, { style: { font: { bold: true } } }])),
        freezePane: { rows: 1 },
      },
    ],
  });
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: kind }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.xlsx`;
  link.click();
  // The browser has taken it by the next turn at the latest.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
