import { dayOf } from '../../ui/format';

/** Writes a workbook of text cells and hands it to the person; the library is loaded when it is needed. */
export async function saveWorkbook(name: string, rows: readonly (readonly string[])[]) {
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = await writeXlsx({
    sheets: [{ name: name.slice(0, 31), rows: rows.map((row) => [...row]), freezePane: { rows: 1 } }],
  });
  const link = document.createElement('a');
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  link.download = `${name}-${dayOf(new Date())}.xlsx`;
  link.click();
  URL.revokeObjectURL(link.href);
}
