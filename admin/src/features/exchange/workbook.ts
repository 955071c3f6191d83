import { download } from '../../ui/download';

/** Writes a workbook of text cells and hands it to the person; the library is loaded when it is needed. */
export async function saveWorkbook(name: string, rows: readonly (readonly string[])[]) {
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = await writeXlsx({
    sheets: [{ name: name.slice(0, 31), rows: rows.map((row) => [...row]), freezePane: { rows: 1 } }],
  });
  download(name, 'xlsx', new Uint8Array(bytes));
}
